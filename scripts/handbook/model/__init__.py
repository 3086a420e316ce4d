"""The handbook as frozen values with their places in the sources; no input or output here."""
