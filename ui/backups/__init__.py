"""Backups of the open document: made beside the typing, listed, restored."""
