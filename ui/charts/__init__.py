"""Charts as marks that are laid out once and painted anywhere: window, picture, vector, paper."""
