"""Backups of documents: made by time, thinned by a stated rule, restored beside the original."""
