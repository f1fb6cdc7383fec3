"""Satisfaction surveys: raw responses become the ordinary figures of an indicator, with a basis."""
