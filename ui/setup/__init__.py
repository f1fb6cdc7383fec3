"""Setting a round up in the window: overview, rubric, roster and assignments, import, changes."""
