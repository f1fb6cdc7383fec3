"""How figures become points, said in the window: one way of saying it for every page."""
