"""What the door stores, the reader takes: the last evening must not fail on an emoji."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.rounds.small_round import IN_MEMORY, Bench, made
from workbench.errors import InputError
from workbench.merging.reading import read_outside_book
from workbench.scoring.book import Book, open_book

if TYPE_CHECKING:
    from collections.abc import Iterator

INDICATORS = """
    code¦section¦group¦name¦kind¦scale¦max_points¦step¦applies_to¦aggregation¦guidance¦allow_not_applicable
    C1¦common¦사업¦계획¦qualitative¦points¦32.5¦0.25¦all¦¦¦yes
    C2¦common¦사업¦소통¦qualitative¦rating¦7.5¦1¦all¦¦¦yes
    I1¦individual¦사업¦실적¦quantitative¦measure¦20¦¦all¦¦¦
    I2¦individual¦사업¦우수성¦qualitative¦grade¦25¦¦all¦¦¦
    S1¦satisfaction¦¦만족도¦survey¦survey¦15¦¦all¦¦¦
"""
LEVELS = """
    indicator¦label¦percent¦description
    I2¦탁월 (A+)¦100¦
    I2¦보통¦60.5¦
"""
SIGNS = st.one_of(
    st.characters(),
    st.sampled_from(
        "\r\n\t\x00\x1b\x85\u200b\u200c\u200d\u2028\u202e\u2066\ufeff\ufffe\uffff"
        "\u0301\u1100\u1161\u11a8\u212b\u00a0\u3000\ud83d\udc69\U0001f3c6'\"=;¦"
    ),
)
TEXTS = st.text(SIGNS, max_size=60)
NUMBERS = st.one_of(
    st.from_regex(r" ?[0-9]{1,3}(\.[0-9]{1,6})?", fullmatch=True),
    st.sampled_from(
        ["", "  ", "0", "32.5", "100", "\uff11\uff12", "007", "1e2", "-1", "탁월 (A+)", "yes"]
    ),
    TEXTS,
)
CODES = ("C1", "C2", "I1", "I2", "S1")
FIELDS = (
    "score",
    "not_applicable",
    "comment",
    "target",
    "actual",
    "survey_n",
    "survey_mean",
    "survey_min",
    "survey_max",
)


@pytest.fixture(scope="module")
def open_bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return made(tmp_path_factory.mktemp("door"), indicators=INDICATORS, levels=LEVELS)


@contextmanager
def fresh_book(bench: Bench) -> Iterator[Book]:
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        path = shutil.copyfile(bench.books["E1"], Path(folder) / "E1.score")
        with open_book(path) as opened:
            yield opened


@given(TEXTS, st.lists(TEXTS, max_size=3), st.sampled_from(["achievement", "improvement"]))
def test_whatever_text_the_door_stores_the_reader_takes(
    open_bench: Bench, text: str, listed: list[str], kind: str
) -> None:
    service = open_bench.service(2)
    with fresh_book(open_bench) as book:
        book.record(service, None, "opinion", text)
        book.record(service, None, "recusal", text[::-1])
        book.record(service, open_bench.indicator("C1"), "comment", text)
        sheet = book.record_list(service, kind, listed)
        stored = [sheet.opinion, sheet.recusal, sheet.opinion, *sheet.achievements]
        found = read_outside_book(book.path).revisions.values()
    texts = [row.value for row in found if row.field != "order"]
    assert sorted(texts) == sorted(text for text in [*stored, *sheet.improvements] if text)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["C1", "C2", "I1", "I2", "S1"]), st.sampled_from(FIELDS), NUMBERS
        ),
        max_size=8,
    )
)
def test_whatever_mark_the_door_stores_the_reader_takes(
    open_bench: Bench, typings: list[tuple[str, str, str]]
) -> None:
    service = open_bench.service(1)
    with fresh_book(open_bench) as book:
        made = 0
        for code, field, text in typings:
            with suppress(InputError):
                change = book.change(service, open_bench.indicator(code), field, text)
                made += book.write([change])
        assert len(read_outside_book(book.path).revisions) == made
