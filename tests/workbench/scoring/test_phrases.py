"""The phrases of this computer's user, in a real file."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from workbench.errors import InputError, StoreError
from workbench.home import home
from workbench.scoring.phrases import LONGEST, MOST, Phrase, Phrases

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file() -> Path:
    return home() / "phrases.json"


def again() -> Phrases:
    """The phrases as a program started later finds them."""
    made = Phrases.of_user()
    made.load()
    return made


def texts(phrases: Phrases, wanted: str = "") -> list[str]:
    return [phrase.text for phrase in phrases.matching(wanted)]


def test_what_is_kept_is_found_by_a_later_program(file) -> None:
    again().add("  점검 기록이 충실함 ")
    assert texts(again()) == ["점검 기록이 충실함"]
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_the_most_used_comes_first_and_then_the_newest() -> None:
    phrases = again()
    for text in ("하나", "둘", "셋"):
        phrases.add(text)
    assert texts(phrases) == ["셋", "둘", "하나"]
    phrases.use("하나")
    phrases.use("하나")
    phrases.use("둘")
    assert again().matching() == (Phrase("하나", 2), Phrase("둘", 1), Phrase("셋", 0))


def test_keeping_a_phrase_again_keeps_its_count() -> None:
    phrases = again()
    phrases.add("하나")
    phrases.use("하나")
    phrases.add("하나")
    assert phrases.matching() == (Phrase("하나", 1),)


def test_a_half_typed_syllable_narrows() -> None:
    phrases = again()
    phrases.add("점검 기록이 충실함")
    phrases.add("예산을 아꼈음")
    assert texts(phrases, "저") == ["점검 기록이 충실함"]
    assert texts(phrases, "충실 점검") == ["점검 기록이 충실함"]
    assert texts(phrases, "없는 말") == []


def test_what_was_removed_comes_back_with_its_count() -> None:
    phrases = again()
    phrases.add("하나")
    phrases.use("하나")
    phrases.remove("하나")
    assert texts(again()) == []
    phrases.restore(Phrase("하나", 1))
    assert again().matching() == (Phrase("하나", 1),)


def test_two_windows_lose_nothing_to_each_other() -> None:
    one, other = again(), again()
    one.add("하나")
    other.add("둘")
    one.use("하나")
    assert sorted(texts(again())) == ["둘", "하나"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"phrases": 1}',
        b'{"phrases": [1]}',
        b'{"phrases": [{"text": 1}]}',
    ],
)
def test_an_unreadable_file_is_kept_aside(file, content: bytes) -> None:
    file.write_bytes(content)
    phrases = again()
    assert phrases.aside == file.with_suffix(".bad")
    assert texts(phrases) == []
    phrases.add("하나")
    assert phrases.aside is None
    assert file.with_suffix(".bad").read_bytes() == content
    file.write_bytes(b"?")
    assert again().aside == file.with_suffix(".2.bad")
    assert file.with_suffix(".bad").read_bytes() == content


def test_what_another_version_adds_does_not_matter(file) -> None:
    rows = [{"text": "하나", "used": 2, "color": "red"}]
    file.write_text(json.dumps({"version": 9, "phrases": rows}), encoding="utf-8")
    assert again().matching() == (Phrase("하나", 2),)


@pytest.mark.parametrize(("text", "key"), [(" \n", "phrase_blank"), ("가" * 2001, "phrase_long")])
def test_what_is_no_phrase_is_refused(file, text: str, key: str) -> None:
    assert len("가" * 2001) == LONGEST + 1
    with pytest.raises(InputError) as refused:
        again().add(text)
    assert refused.value.key == key
    assert not file.exists()


def test_there_may_be_so_many_and_no_more(file) -> None:
    rows = [{"text": f"문구 {number}"} for number in range(MOST)]
    file.write_text(json.dumps({"phrases": rows}), encoding="utf-8")
    phrases = again()
    with pytest.raises(InputError) as refused:
        phrases.add("하나 더")
    assert refused.value.key == "phrases_full"
    phrases.use("문구 7")
    phrases.remove("문구 8")
    phrases.add("하나 더")
    assert len(again().matching()) == MOST


def test_a_disk_that_refuses_leaves_the_file_as_it_was(file) -> None:
    phrases = again()
    phrases.add("하나")
    before = file.read_bytes()
    file.with_suffix(f".{os.getpid()}.part").mkdir()  # where it is written first
    with pytest.raises(StoreError) as refused:
        phrases.add("둘")
    assert refused.value.key == "phrases_unwritten"
    assert file.read_bytes() == before
    assert texts(phrases) == ["하나"]


def test_a_place_that_cannot_be_read_is_said(file) -> None:
    file.mkdir()
    with pytest.raises(StoreError) as refused:
        again()
    assert refused.value.key == "phrases_unread"
