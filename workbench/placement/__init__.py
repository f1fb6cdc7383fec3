"""Where a document lies: in a place that saves truly, or in one where a working copy is better."""
