"""A damaged document: what can still be proven goes into a new one, what is missing is named."""
