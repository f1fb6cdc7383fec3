"""What helps to judge the indicator in work, beside the sheet."""
