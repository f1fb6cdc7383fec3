"""Every packed distribution has its notice, and one without a licence stops the bundling."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest

from tests.bundle.notices import QT, ROOT, Unlicensed, as_text, notice_of, notices_of

LOCKED = re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / "requirements.lock").read_text(), re.MULTILINE)


def a_file_of(name: str) -> Path:
    """Some part of a distribution, as it is packed."""
    whole = distribution(name)
    parts = (Path(str(whole.locate_file(path))) for path in whole.files or ())
    return next(path for path in parts if path.suffix in {".py", ".so", ".pyd"})


def test_a_notice_stands_for_each_packed_distribution() -> None:
    found = notices_of(a_file_of(name) for name, _ in LOCKED)
    named = {(one.name, one.version) for one in found}
    assert named > set(LOCKED)
    assert {"Python", "Pretendard"} <= {name for name, _ in named}
    text = as_text(found)
    for name, version in LOCKED:
        assert f"{name} {version}" in text
    for words in (
        QT,
        "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2",
        "SIL OPEN FONT LICENSE",
        "Permission is hereby granted, free of charge",  # MIT: SQLAlchemy, openpyxl, python-docx
        "Redistribution and use in source and binary forms",  # BSD: click, lxml
    ):
        assert words.strip() in text


def test_what_is_not_packed_is_not_told_of() -> None:
    found = {one.name for one in notices_of([a_file_of("click"), ROOT / "ui" / "app.py"])}
    assert found == {"Python", "Pretendard", "click"}


def test_a_distribution_without_a_licence_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "nobodys-1.0.dist-info"
    place.mkdir()
    (place / "METADATA").write_text("Metadata-Version: 2.1\nName: nobodys\nVersion: 1.0\n")
    (place / "RECORD").write_text("nobodys.py,,\nnobodys-1.0.dist-info/METADATA,,\n")
    with pytest.raises(Unlicensed, match=r"^nobodys is packed, but .+\.$"):
        notice_of(Distribution.at(place))


def test_a_file_of_nobody_is_refused(tmp_path: Path) -> None:
    stranger = tmp_path / "libstranger.so.1"
    stranger.touch()
    with pytest.raises(Unlicensed, match=r"libstranger\.so\.1 is packed, but nobody says .+\.$"):
        notices_of([stranger])
