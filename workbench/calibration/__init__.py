"""How evaluators differ, as questions for the lead; nothing here changes a number."""
