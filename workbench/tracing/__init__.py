"""From a printed number back to everybody who wrote it, and to the file that brought it."""
