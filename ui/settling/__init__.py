"""The lead settles what differs: conflicts and futures, agreed marks, the meeting list."""
