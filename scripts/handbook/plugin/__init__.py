"""The rim: the only place that knows MkDocs and Python-Markdown."""
