"""Bonus and penalty (가점·감점): the use cases that write them, and what they do to a result."""
