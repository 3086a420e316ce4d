"""The checks of the sources: one rule a module, found by its file name, run over one handbook."""

from handbook.rules.registry import Rule, all_rules, check, rule

__all__ = ["Rule", "all_rules", "check", "rule"]
