"""What leaves the program for others to read: the workbook and its fixed sentences."""
