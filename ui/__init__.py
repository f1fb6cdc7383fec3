"""How it looks: Qt only."""
