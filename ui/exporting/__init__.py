"""The export of a round: for whom, in which form, and what goes into it, before it is written."""
