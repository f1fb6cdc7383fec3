"""From counted marks to points, totals, average, rank and verdict (DESIGN §4)."""
