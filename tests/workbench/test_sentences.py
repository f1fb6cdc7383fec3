"""Every sentence exists in both languages, with the same places, and none is written for nobody."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from models.errors import AppError, StoreError
from workbench.errors import FinalExportClosed, InputError, MergeError, Unfit
from workbench.sentences import DEFAULT_LANGUAGE, LANGUAGES, catalog, say, sentence_of

ROOT = Path(__file__).parents[2]
KEY = re.compile(r"[a-z][a-z0-9_]*")

KO, EN = (catalog(language) for language in LANGUAGES)


def sources() -> list[Path]:
    return sorted(
        path for folder in ("models", "workbench", "ui") for path in (ROOT / folder).rglob("*.py")
    )


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_korean_comes_first() -> None:
    assert DEFAULT_LANGUAGE == "ko"
    assert set(LANGUAGES) == {"ko", "en"}


def test_both_languages_have_the_same_sentences_in_the_same_files() -> None:
    assert KO.keys() == EN.keys()
    folder = ROOT / "resources" / "sentences"
    keys = {
        language: {
            path.name: re.findall(r"^(\w+) =", path.read_text(encoding="utf-8"), re.MULTILINE)
            for path in (folder / language).glob("*.toml")
        }
        for language in LANGUAGES
    }
    assert keys["ko"] == keys["en"]
    every = [key for found in keys["ko"].values() for key in found]
    assert len(every) == len(set(every))  # none is written twice


@pytest.mark.parametrize("key", sorted(KO.keys() | EN.keys()))
def test_a_sentence_has_the_same_places_in_both_languages(key: str) -> None:
    assert places(KO[key]) == places(EN[key])
    for sentence in (KO[key], EN[key]):
        assert sentence.strip() == sentence
        assert all(KEY.fullmatch(place) for place in places(sentence))


def test_korean_sentences_are_korean_and_english_ones_are_not() -> None:
    hangul = re.compile("[\uac00-\ud7a3]")
    plain = {key for key, sentence in KO.items() if re.sub(r"\{\w+\}|[\W\d_]", "", sentence)}
    assert [key for key in plain if not hangul.search(KO[key])] == []
    assert [key for key in EN if hangul.search(EN[key])] == []


def family() -> set[str]:
    """The names of all errors that take a sentence's key first."""

    def below(kind: type) -> set[type]:
        return {kind}.union(*(below(one) for one in kind.__subclasses__()))

    return {kind.__name__ for kind in below(AppError)}


def words_of(tree: ast.AST) -> set[str]:
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def spoken_keys(path: Path) -> set[tuple[int, str]]:
    """Keys written out where a sentence is asked for: errors, ``say``, ``line``, ``refuse``…"""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    speaking = family() | {"say", "line", "refuse"}
    found = set()
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        for argument in [*call.args, *(one.value for one in call.keywords if one.arg == "key")]:
            if name in speaking and isinstance(argument, ast.Constant):
                text = argument.value
                if isinstance(text, str) and KEY.fullmatch(text) and "_" in text:
                    found.add((call.lineno, text))
    return found


def columns_of_tables() -> set[str]:
    from workbench.definition.layout import LAYOUTS

    return {column for layout in LAYOUTS for column in layout.columns} | {"allow_not_applicable"}


def test_every_sentence_that_is_asked_for_exists() -> None:
    missing = [
        f"{path.relative_to(ROOT)}:{line} {key}"
        for path in sources()
        if "ui" not in path.relative_to(ROOT).parts[:1]
        for line, key in spoken_keys(path)
        if key not in KO and key not in columns_of_tables()
    ]
    assert missing == []


def test_no_sentence_is_written_for_nobody() -> None:
    words: set[str] = set()
    starts: set[str] = set()
    for path in sources():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        words |= words_of(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                starts.add(node.values[0].value)  # f"verdict_{…}"
    starts = {start for start in starts if re.fullmatch(r"[a-z_]+_", start)}
    unused = [key for key in KO if key not in words and not key.startswith(tuple(starts))]
    assert unused == []


def test_a_sentence_fills_its_places_and_spells_out_errors_among_them() -> None:
    inner = InputError("number_unfit", text="일곱")
    for language in LANGUAGES:
        sentence = say("entry_row", language, line=7, why=inner)
        assert sentence_of(inner, language) in sentence
        assert "7" in sentence


def test_several_problems_stand_on_lines_of_their_own() -> None:
    problems = tuple(InputError("number_unfit", text=text) for text in ("하나", "둘"))
    for error in (
        Unfit("entry_unfit", problems, name="점수.csv"),
        FinalExportClosed(tuple(MergeError("number_unfit", text=text) for text in ("하나", "둘"))),
    ):
        first, *lines = sentence_of(error, "ko").splitlines()
        assert "2" in first
        assert [line.startswith("- ") for line in lines] == [True, True]


def test_braces_in_what_people_typed_are_left_alone() -> None:
    sentence = sentence_of(StoreError("store_damaged", name="{name}{0}%s.score"), "ko")
    assert "{name}{0}%s.score" in sentence


@pytest.mark.parametrize(
    "name",
    [
        "가.score\n나.score: 접수 번호 AAAA",
        "가.score\u2028나.score",
        "가\x1b[31m.score",
        "가\u202eerocs.score",
        "가\udcff.score",
        Path("가\n나.score"),
    ],
    ids=["a line", "a line of its own", "a colour", "a turn", "no text", "a path"],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_of_a_file_forges_no_line_and_moves_no_terminal(
    name: str | Path, language: str
) -> None:
    sentence = sentence_of(StoreError("store_damaged", name=name), language)
    assert len(sentence.splitlines()) == 1
    assert "\ufffd" in sentence
    assert sentence.isprintable()
    assert "가" in sentence


def test_what_people_wrote_keeps_its_lines() -> None:
    assert "둘째 줄" in say("objection_date_unfit", "ko", text="첫째 줄\n둘째 줄").splitlines()[1]


def test_an_error_says_its_key_where_programmers_look() -> None:
    assert str(StoreError("store_damaged", name="a")) == "store_damaged {'name': 'a'}"
