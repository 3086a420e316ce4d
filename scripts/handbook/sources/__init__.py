"""From files to the model, once: everything that reads an author's text."""
