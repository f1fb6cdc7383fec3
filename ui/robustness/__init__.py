"""How firm each verdict is: the counted services, and what would turn the chosen one."""
