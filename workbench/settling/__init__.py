"""What the lead decides between evaluators' values: conflicts, futures, moderated marks."""
