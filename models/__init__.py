"""What a file holds: schema, connections and queries by set. Knows no use case and no window."""
