"""The lead's final wording of the report: the use case that writes it, and checks of texts."""
