"""The handbook as downloads: model in, bytes out."""
