"""Receipt codes and digests: short enough to read aloud, and changed by every change."""

from __future__ import annotations

import re
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from models.imports import Seal
from workbench.journal.receipt import import_digest, receipt_code, receipt_of, seal_id

UID = st.binary(min_size=16, max_size=16)
HASH = st.binary(min_size=32, max_size=32)
HEADS = st.lists(HASH, max_size=6, unique=True)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(UID, HASH, HEADS)
def test_a_code_is_the_first_60_bits_in_letters_that_cannot_be_mistaken(
    book: bytes, version: bytes, heads: list[bytes]
) -> None:
    code = receipt_code(book, version, heads)
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}", code)
    number = 0
    for letter in code.replace("-", ""):
        number = number * 32 + LETTERS.index(letter)
    digest = sha256(book + version + b"".join(sorted(heads))).hexdigest()
    assert f"{number:015x}" == digest[:15]


@given(UID, HASH, HEADS, st.randoms(use_true_random=True))
def test_the_order_of_heads_is_no_difference(book: bytes, version: bytes, heads: list, rng) -> None:
    shuffled = list(heads)
    rng.shuffle(shuffled)
    assert receipt_code(book, version, shuffled) == receipt_code(book, version, heads)
    assert seal_id(book, book, version, 0, shuffled) == seal_id(book, book, version, 0, heads)
    assert import_digest(book, shuffled, heads) == import_digest(book, heads, shuffled)


@given(UID, HASH, HEADS, HASH)
def test_one_head_more_is_another_code_and_another_digest(
    book: bytes, version: bytes, heads: list[bytes], more: bytes
) -> None:
    if more in heads:
        return
    assert receipt_code(book, version, [*heads, more]) != receipt_code(book, version, heads)
    assert import_digest(book, [*heads, more], ()) != import_digest(book, heads, ())
    assert import_digest(book, heads, [more]) != import_digest(book, [*heads, more], ())
    assert import_digest(book, heads, [more]) != import_digest(book, heads, ())


def test_codes_and_ids_are_the_same_for_all_time() -> None:
    book, owner, version, heads = b"b" * 16, b"o" * 16, b"v" * 32, [b"1" * 32, b"2" * 32]
    seal = Seal(b"", book, owner, version, 1_719_800_000_000, tuple(heads))
    assert receipt_of(seal) == "9RN9-P3CS-843P"
    assert (
        seal_id(*seal[1:5], heads).hex()
        == "3c3a377ee6c36df2c24dcf7d06c6b3cb7dba668e5477e2b992c0a6b404a4b0e1"
    )
    assert (
        import_digest(book, heads, [b"3" * 32]).hex()
        == "2ecc05655e311cb3a1868e165ed683760871f6176598a78442e737027147901f"
    )


@given(UID, UID, HASH, st.integers(-(2**63), 2**63 - 1), HEADS)
def test_a_seal_is_known_by_all_it_holds_whatever_time_a_forger_gives_it(
    book: bytes, owner: bytes, version: bytes, sealed_at: int, heads: list[bytes]
) -> None:
    time = (sealed_at % 2**64).to_bytes(8, "big")
    content = b"scoring-workbench seal 1\n" + book + owner + version + time
    wanted = sha256(content + b"".join(sorted(heads))).digest()
    assert seal_id(book, owner, version, sealed_at, heads) == wanted


@given(UID, HEADS, HEADS)
def test_an_import_is_known_by_the_set_of_its_revisions_and_of_its_seals(
    book: bytes, revisions: list[bytes], seals: list[bytes]
) -> None:
    content = b"scoring-workbench book 1\n" + book + b"".join(sorted(revisions))
    wanted = sha256(content + b"seals" + b"".join(sorted(seals))).digest()
    assert import_digest(book, revisions, seals) == wanted
