"""The first page: open, make, look around, and what was open before."""
