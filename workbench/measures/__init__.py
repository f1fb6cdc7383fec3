"""The computed part of the score: named formulas, values on the way, a second look at figures."""
