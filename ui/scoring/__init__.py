"""The score book: services at the left, the score sheet in the middle, help at the right."""
