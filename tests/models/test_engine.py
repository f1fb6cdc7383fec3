"""Documents share what is compiled and nothing else."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from models import definitions, engine
from models.schema import DocumentKind
from models.store import open_store

if TYPE_CHECKING:
    from pathlib import Path


def read(path: Path) -> None:
    with open_store(path, DocumentKind.ROUND) as store, store.read() as connection:
        assert not definitions.versions(connection)


def test_a_statement_is_compiled_once_for_all_documents(round_file: Path, tmp_path: Path) -> None:
    other = shutil.copyfile(round_file, tmp_path / "other.round")
    read(round_file)
    known = set(engine._COMPILED)
    assert known
    read(other)
    assert set(engine._COMPILED) == known


def test_what_one_document_takes_back_another_keeps(round_file: Path, tmp_path: Path) -> None:
    other = shutil.copyfile(round_file, tmp_path / "other.round")
    count = "SELECT count(*) FROM document"
    with (
        open_store(round_file, DocumentKind.ROUND) as one,
        open_store(other, DocumentKind.ROUND) as two,
    ):
        with two.write() as kept:
            before = kept.exec_driver_sql(count).scalar_one()
            kept.exec_driver_sql("INSERT INTO document VALUES ('one', '1')")
            try:
                with one.write() as taken_back:
                    taken_back.exec_driver_sql("INSERT INTO document VALUES ('one', '1')")
                    raise KeyError
            except KeyError:
                pass
        with one.read() as left, two.read() as right:
            assert left.exec_driver_sql(count).scalar_one() == before
            assert right.exec_driver_sql(count).scalar_one() == before + 1
