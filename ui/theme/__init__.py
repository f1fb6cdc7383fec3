"""How everything looks: tokens, type, the one style sheet, state glyphs, icons, small parts."""
