"""What goes over the pipes between the program and its reading child: framed, sizes first."""

import json
from collections.abc import Mapping
from typing import IO, Any, Final

MOST_ANSWER: Final = 64 * 1024 * 1024
"""No answer is longer: a sound book's is shorter than its file."""

_HEAD_BYTES: Final = 4
_CONTENT_BYTES: Final = 8

ANSWERED, DIED = b"A", b"D"
"""Kinds of an answer: what the task said, or how the process ended that worked on it."""


class Request:
    """One file to read: which task, what it has to know, and the bytes."""

    __slots__ = ("content", "task", "wanted")

    def __init__(self, task: str, wanted: Mapping[str, Any], content: bytes) -> None:
        self.task = task
        self.wanted = wanted
        self.content = content


def send_request(channel: IO[bytes], request: Request) -> None:
    """Write ``request`` whole.

    Raises:
        OSError: nobody reads any more.
    """
    head = json.dumps([request.task, dict(request.wanted)]).encode()
    channel.write(
        len(head).to_bytes(_HEAD_BYTES) + len(request.content).to_bytes(_CONTENT_BYTES) + head
    )
    channel.write(request.content)
    channel.flush()


def next_request(channel: IO[bytes]) -> Request | None:
    """Wait for a whole request; None when whoever asks is gone."""
    sizes = channel.read(_HEAD_BYTES + _CONTENT_BYTES)
    if len(sizes) < _HEAD_BYTES + _CONTENT_BYTES:
        return None
    head = channel.read(int.from_bytes(sizes[:_HEAD_BYTES]))
    size = int.from_bytes(sizes[_HEAD_BYTES:])
    content = channel.read(size)
    if len(content) < size:
        return None
    task, wanted = json.loads(head)
    return Request(task, wanted, content)


def send_answer(channel: IO[bytes], kind: bytes, payload: bytes) -> None:
    """Write one answer whole.

    Raises:
        OSError: nobody reads any more.
    """
    channel.write(kind + len(payload).to_bytes(_CONTENT_BYTES) + payload)
    channel.flush()


def next_answer(channel: IO[bytes]) -> tuple[bytes, bytes] | None:
    """Wait for a whole answer; None when the child ended before or says more than it may."""
    front = channel.read(1 + _CONTENT_BYTES)
    kind, size = front[:1], int.from_bytes(front[1:])
    if len(front) <= _CONTENT_BYTES or kind not in (ANSWERED, DIED) or size > MOST_ANSWER:
        return None
    payload = channel.read(size)
    return (kind, payload) if len(payload) == size else None
