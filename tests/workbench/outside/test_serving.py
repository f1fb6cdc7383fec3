"""What a child does, step by step and in this process: frames, packing, answers, the pool."""

from __future__ import annotations

import io
import json
import os
import select
import threading
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import sqlite
from models.errors import StoreError
from models.untrusted import MAX_BYTES, TABLES, read_tables
from tests.workbench.outside.by_function import raw_here
from workbench.outside import child
from workbench.outside.answers import integers, many, record, rows, strict_json, texts, unique
from workbench.outside.child import answer, serve, task_named
from workbench.outside.frames import (
    ANSWERED,
    DIED,
    MOST_ANSWER,
    Request,
    next_answer,
    next_request,
    send_answer,
    send_request,
)
from workbench.outside.packing import DEFLATED, STORED, inflated
from workbench.outside.raw_book import raw_book
from workbench.outside.score_tables import score_tables

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.merging.reading import OutsideBook


@given(st.text(), st.dictionaries(st.text(), st.integers() | st.text()), st.binary())
def test_a_request_arrives_as_it_was_sent(task: str, wanted: dict, content: bytes) -> None:
    channel = io.BytesIO()
    send_request(channel, Request(task, wanted, content))
    channel.seek(0)
    found = next_request(channel)
    assert found is not None
    assert (found.task, found.wanted, found.content) == (task, wanted, content)
    assert next_request(channel) is None


@given(st.binary(min_size=1), st.data())
def test_half_a_request_is_none(content: bytes, data: st.DataObject) -> None:
    channel = io.BytesIO()
    send_request(channel, Request("score", {}, content))
    whole = channel.getvalue()
    kept = data.draw(st.integers(0, len(whole) - 1))
    head = int.from_bytes(whole[:4])
    if not 12 <= kept < 12 + head:  # the head comes from the program itself and is whole
        assert next_request(io.BytesIO(whole[:kept])) is None


@given(st.sampled_from([ANSWERED, DIED]), st.binary(), st.binary(min_size=1))
def test_an_answer_arrives_whole_or_not_at_all(kind: bytes, payload: bytes, more: bytes) -> None:
    channel = io.BytesIO()
    send_answer(channel, kind, payload)
    whole = channel.getvalue()
    assert next_answer(io.BytesIO(whole + more)) == (kind, payload)
    assert next_answer(io.BytesIO(whole[:-1])) is None
    assert next_answer(io.BytesIO(b"X" + whole[1:])) is None
    assert next_answer(io.BytesIO(kind + (MOST_ANSWER + 1).to_bytes(8) + payload)) is None


def deflated(content: bytes) -> bytes:
    stream = zlib.compressobj(9, zlib.DEFLATED, -15)
    return stream.compress(content) + stream.flush()


@given(st.binary(), st.binary(min_size=1))
def test_what_was_packed_comes_back_and_nothing_else_does(content: bytes, more: bytes) -> None:
    checksum = zlib.crc32(content)
    assert inflated(content, None) == content
    assert inflated(content, [STORED, checksum]) == content
    assert inflated(deflated(content), [DEFLATED, checksum]) == content
    for bad, way in (
        (deflated(content) + more, DEFLATED),
        (deflated(content)[:-1], DEFLATED),
        (b"\xff" + deflated(content), DEFLATED),
    ):
        with pytest.raises(StoreError):
            inflated(bad, [way, checksum])
    for way, packed in ((STORED, content), (DEFLATED, deflated(content))):
        with pytest.raises(StoreError):
            inflated(packed, [way, checksum ^ 1])


def test_a_bomb_is_unpacked_to_the_limit_only() -> None:
    with pytest.raises(StoreError) as found:
        inflated(deflated(bytes(MAX_BYTES + 1)), [DEFLATED, 0])
    assert found.value.key == "file_too_big"


def test_an_answer_says_a_refusal_or_a_fault() -> None:
    refused = json.loads(answer(Request("score", {}, b"")))
    assert refused == {"refused": "file_empty", "values": {"name": ""}}
    fault = json.loads(answer(Request("nothing", {}, b"")))
    assert "LookupError" in fault["fault"]
    with pytest.raises(LookupError):
        task_named("nothing")


def served(*requests: Request, **how: bool) -> list[tuple[bytes, bytes]]:
    """What ``serve`` answers over pipes in this process."""
    given_in, given_out = os.pipe()
    told_in, told_out = os.pipe()
    server = threading.Thread(target=lambda: serve(given_in, told_out, **how))
    server.start()
    found = []
    with open(given_out, "wb") as channel, open(told_in, "rb") as told:
        for request in requests:
            send_request(channel, request)
            answered = next_answer(told)
            assert answered is not None
            found.append(answered)
    server.join()
    os.close(given_in)
    os.close(told_out)
    return found


def test_serving_answers_one_request_after_the_other(book: Path) -> None:
    requests = [Request("score", {}, content) for content in (b"", book.read_bytes(), b"x" * 200)]
    answers = [json.loads(payload) for _, payload in served(*requests)]
    assert [set(said) for said in answers] == [
        {"refused", "values"},
        {"answer"},
        {"refused", "values"},
    ]


def test_what_every_fork_needs_is_there_before_the_first(book: Path) -> None:
    child._bring.cache_clear()
    sqlite._literal_schema.cache_clear()
    served(Request("score", {}, book.read_bytes()))
    assert sqlite._literal_schema.cache_info().currsize == 1  # what a fork learns goes with it


def test_where_nothing_is_forked_one_request_is_answered(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    confined = []
    monkeypatch.setattr(child, "confine", lambda: confined.append(True))  # not of this process
    ((kind, payload),) = served(Request("score", {}, book.read_bytes()), forks=False)
    assert (kind, set(json.loads(payload)), confined) == (ANSWERED, {"answer"}, [True])


def test_how_a_process_died_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "task_named", lambda name: lambda content, wanted: os._exit(7))
    assert served(Request("any", {}, b"")) == [(DIED, b"exit code 7")]
    monkeypatch.setattr(child, "MOST_ANSWER", 1000)
    monkeypatch.setattr(
        child, "task_named", lambda name: lambda content, wanted: content.decode() * 2000
    )
    assert served(Request("any", {}, b"x")) == [(DIED, b"it said more than any answer has")]


def test_serving_ends_when_the_program_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        child, "task_named", lambda name: lambda content, wanted: select.poll().poll()
    )
    given_in, given_out = os.pipe()
    told_in, told_out = os.pipe()
    with open(given_out, "wb") as channel:
        send_request(channel, Request("any", {}, b""))
    assert serve(given_in, told_out) == 0  # though its worker waits for ever
    for one in (given_in, told_in, told_out):
        os.close(one)


NO_JSON = [b"1.5", b"[NaN]", b'{"a":1,"a":1}', b'"\\udfff"', b"\xff", b"[" * 100_000, b"", b"1 2"]


@pytest.mark.parametrize("payload", NO_JSON)
def test_what_is_not_strict_is_refused(payload: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        strict_json(payload)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON)
def test_what_a_sound_child_says_comes_back(value: object) -> None:
    assert strict_json(json.dumps(value, ensure_ascii=False).encode()) == value


@pytest.mark.parametrize(
    "take",
    [
        lambda: record([], "a"),
        lambda: record({"a": 1}, "a", "b"),
        lambda: record({"a": 1, "b": 2}, "a"),
        lambda: many({}, 9),
        lambda: many([1, 2], 1),
        lambda: rows([[1, "a"], [1]], 9, int, str),
        lambda: rows([(1, "a")], 9, int, str),
        lambda: rows([[True]], 9, int),
        lambda: texts(["a", None], 9),
        lambda: integers([True], 9),
        lambda: integers([2**63], 9),
        lambda: integers([-1], 9, range(5)),
        lambda: integers([5], 9, range(5)),
        lambda: unique([1, 2, 1]),
    ],
)
def test_every_shape_is_exact(take) -> None:
    with pytest.raises(ValueError, match=r".*"):
        take()


def altered(said: dict[str, Any], *path: Any, to: Any) -> dict[str, Any]:
    """What a child says with one place changed."""
    copy = json.loads(json.dumps(said))
    place = copy
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to(place[path[-1]]) if callable(to) else to
    return copy


LIES: list[tuple[Any, ...]] = [
    ("facts", [["a", "1"], ["a", "2"]]),
    ("facts", [["a"]]),
    ("facts", 0, 1, 7),
    ("parts", lambda found: [*found, found[0]]),
    ("parts", 0, 0, -1),
    ("parts", 0, 0, 10**6),
    ("parts", 0, 1, None),
    ("versions", lambda found: [*found, found[0]]),
    ("versions", 0, 1, 2**63),
    ("versions", 0, 2, None),
    ("versions", 0, 3, lambda found: [*found, found[0]]),
    ("versions", 0, 3, [True]),
    ("ids", None),
    ("ids", "zz"),
    ("ids", lambda found: found[:-2]),
    ("ids", lambda found: found[:-64]),
    ("ids", lambda found: found[:-64] + found[:64]),
    ("revisions", "owner", lambda found: found[:-1]),
    ("revisions", "owner", 0, -1),
    ("revisions", "owner", 0, "0"),
    ("revisions", "author", 0, 10**6),
    ("revisions", "seq", 0, 0),
    ("revisions", "seq", 0, 2**63),
    ("revisions", "made_at", 0, -(2**63) - 1),
    ("revisions", "field", 0, None),
    ("revisions", "value", 0, 40),
    ("revisions", lambda found: found | {"more": []}),
    ("heads", lambda found: [*found, found[0]]),
    ("heads", 0, -1),
    ("heads", 0, 10**6),
    ("seals", lambda found: [*found, found[0]]),
    ("seals", 0, 4, 2**63),
    ("seals", 0, 5, lambda found: [*found, found[0]]),
    ("seals", 0, 5, [-1]),
    ("pool", 0, "0"),
    ("pool", 0, " 0"),
    ("pool", 0, "가나"),
    ("pool", None),
]


@pytest.mark.parametrize("lie", LIES)
def test_a_child_can_say_no_more_than_a_file_could(
    book: Path, genuine: OutsideBook, lie: tuple[Any, ...]
) -> None:
    *path, to = lie
    said = json.loads(json.dumps(score_tables(book.read_bytes(), {})))
    assert raw_book(said).revisions == tuple(raw_here(book.read_bytes(), "x").revisions)
    with pytest.raises(ValueError, match=r".*"):
        raw_book(altered(said, *path, to=to))


def test_bytes_of_another_size_are_refused_in_every_column(book: Path) -> None:
    said = json.loads(json.dumps(score_tables(book.read_bytes(), {})))
    short = len(said["pool"])
    for column in ("owner", "service", "subject", "author", "replica", "definition", "parents"):
        longer = altered(said, "pool", to=lambda pool: [*pool, "00" * 15])
        with pytest.raises(ValueError, match=r".*"):
            raw_book(altered(longer, "revisions", column, 0, to=short))


def test_a_reference_into_nowhere_is_damage(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = read_tables(book.read_bytes(), "x")
    broken = {**tables, "head": [(4711,)]}
    from workbench.outside import score_tables as packing

    monkeypatch.setattr(packing, "read_tables", lambda image, name: broken)
    with pytest.raises(StoreError) as found:
        packing.score_tables(b"", {})
    assert found.value.key == "store_damaged"
    assert set(tables) == set(TABLES)
