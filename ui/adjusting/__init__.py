"""Bonus and penalty (가점·감점): which service has which, what they do, and giving more."""
