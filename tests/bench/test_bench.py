"""What the bench says, in form: names, ratios and goals. How fast anything is decides no test."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.bench import big_rows, jobs
from tests.bench.fresh import figures_of
from tests.bench.large import Size, large_books, large_round
from tests.bench.rows import FEW, MANY, ONCE, Row, alternating, as_json, limited
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from pathlib import Path

TINY = Size(3, 4, 16)


def in_this_process(job: str, *arguments: object) -> dict[str, float]:
    """A fresh process for every job would take most of the time."""
    return jobs.JOBS[job](*map(str, arguments))


def of_form(rows: list[Row]) -> dict[str, float]:
    """The goals by name of rows that have what a row needs; printed as JSON they read back."""
    assert all(isinstance(row.ratio, float) and row.ratio > 0 for row in rows)
    told = json.loads(as_json(rows))
    assert [one["name"] for one in told] == [row.name for row in rows]
    assert all(set(one) == {"name", "ratio", "goal"} for one in told)
    return {one["name"]: one["goal"] for one in told}


def test_merging_tiny_books_tells_plan_apply_and_once_more(tmp_path: Path) -> None:
    assert of_form(list(big_rows.merge_rows(tmp_path / "merge", TINY, in_this_process))) == {
        "plan of 3 x 4 x 16": 4.0,
        "apply of 3 x 4 x 16": 1.5,
        "the same books again, 3 x 4 x 16": 0.1,
    }


def test_results_and_report_of_a_tiny_round_tell_their_ratios(tmp_path: Path) -> None:
    assert of_form(list(big_rows.result_rows(tmp_path / "team", TINY, in_this_process))) == {
        "results of 3 x 4 x 16": 2.0,
        "export of 3 x 4 x 16": 1.3,
    }


def test_what_the_generator_writes_is_a_round_with_sealed_books(tmp_path: Path) -> None:
    path, material = large_round(tmp_path / "empty", TINY)
    books = large_books(tmp_path / "books", material)
    whole, _ = large_round(tmp_path / "whole", TINY, merged=True)
    with open_round(path) as desk:
        report = desk.merge(books)
        assert [(row.status, row.new) for row in report.files] == [("merged", 64)] * 3
        assert all(row.receipt for row in report.files)
        desk.prove()
    with open_round(whole) as desk:
        desk.prove()
        assert (desk.reading().closed, desk.outcome().counted) == ((), TINY.services)


def test_a_job_in_a_fresh_process_answers_with_figures(tmp_path: Path) -> None:
    made = figures_of("make_merged", tmp_path / "round", 1, 2, 16)
    assert made == {"marks": 32.0}


@pytest.mark.parametrize(("took", "pairs"), [(0, MANY), (11, FEW), (121, ONCE)])
def test_the_longer_a_pair_takes_the_fewer_are_measured(took: float, pairs: int) -> None:
    clock = iter((0.0, float(took)))
    done: list[str] = []

    def ours() -> dict[str, float]:
        done.append("ours")
        return {"seconds": float(len(done))}

    def plain() -> dict[str, float]:
        done.append("plain")
        return {"seconds": 1.0}

    found, least = alternating(ours, plain, clock.__next__)
    assert done == ["ours", "plain"] * pairs
    assert (found["seconds"], least["seconds"]) == (float(pairs), 1.0)  # the median of 1, 3, 5 …


def test_a_row_says_whether_its_goal_is_met() -> None:
    within, over = limited("memory", 300, 600, "MB"), limited("memory", 900, 600, "MB")
    assert (within.ratio, within.is_met, over.ratio, over.is_met) == (0.5, True, 1.5, False)
    assert "OVER" in str(over)
    assert "OVER" not in str(within)
    assert Row("the bundle, folder", None, 1, "not built").is_met
