"""Taking a survey from a file into a score book: its columns named, its figures seen first."""
