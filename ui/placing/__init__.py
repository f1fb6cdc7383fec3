"""What is said over a document: that it lies in an unsafe place, or that a crash was survived."""
