"""Satisfaction surveys: taken in from a file, and what each index rests on."""
