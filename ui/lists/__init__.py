"""What every painted list shares: the model that holds rows, the view, and how a row is painted."""
