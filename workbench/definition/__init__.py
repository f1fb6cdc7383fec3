"""What is scored, by whom, and by which rules: the definition of a round."""
