"""Bringing score books together: a plan anyone can read, then one step."""
