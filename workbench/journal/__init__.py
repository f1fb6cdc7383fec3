"""The journal: what a revision is, which revisions count, which are heads: all pure."""
