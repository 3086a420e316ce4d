"""The checks of the built site, as its readers meet it; nothing here knows the sources or the model."""

from handbook.audit.registry import Check, all_checks, audit
from handbook.audit.site import SiteError

__all__ = ["Check", "SiteError", "all_checks", "audit"]
