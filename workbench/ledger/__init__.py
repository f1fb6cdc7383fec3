"""The book of the round: what happened to it, what was issued, objected to and made final."""
