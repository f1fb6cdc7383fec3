"""Earlier values of a field, and the way back to one of them."""
