"""Taking evaluators' books into the round: read, plan, apply."""
