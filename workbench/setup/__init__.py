"""The definition as tables: typed, imported, exported, and what a change of it would do."""
