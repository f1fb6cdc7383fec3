"""Data only: rubric templates, icons, translations, styles, the sample round."""
