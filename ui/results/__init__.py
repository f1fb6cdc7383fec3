"""The result of a round: the average, who is below the cut, and every total at a glance."""
