"""Handing a score book over: the check, the seal with its code, the copy and the score sheet."""
