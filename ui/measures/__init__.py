"""Computed figures looked at and confirmed by a second person (계량간사)."""
