"""A text of a given length, as somebody would paste it: words, which Qt wraps at once."""

_WORD = "가나다라마바사아자 "


def words(length: int) -> str:
    """Return ``length`` characters that end in a letter."""
    return (_WORD * (length // len(_WORD) + 1))[: length - 1] + "끝"
