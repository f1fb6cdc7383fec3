"""One empty document of each kind, made once and copied for each test."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from models.schema import DocumentKind
from models.store import create_store

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def _blanks(tmp_path_factory: pytest.TempPathFactory) -> dict[DocumentKind, Path]:
    folder = tmp_path_factory.mktemp("blank")
    found = {kind: folder / f"blank.{kind.name.lower()}" for kind in DocumentKind}
    for kind, path in found.items():
        create_store(path, kind).close()
    return found


@pytest.fixture
def round_file(_blanks: dict[DocumentKind, Path], tmp_path: Path) -> Path:
    return shutil.copyfile(_blanks[DocumentKind.ROUND], tmp_path / "2024 (1)#%.round")


@pytest.fixture
def book_file(_blanks: dict[DocumentKind, Path], tmp_path: Path) -> Path:
    return shutil.copyfile(_blanks[DocumentKind.SCORE], tmp_path / "E1_김가상.score")
