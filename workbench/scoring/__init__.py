"""What an evaluator does with a score book: enter, look at, and seal."""
