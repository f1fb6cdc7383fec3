"""Tables from files of others: the one place where a foreign workbook or .csv file is opened."""
