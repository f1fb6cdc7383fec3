"""What the project lead does with a round: make it, hand out, merge, read, export."""
