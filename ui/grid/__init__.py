"""All services × all marks as one table, with copy and paste to and from a spreadsheet."""
