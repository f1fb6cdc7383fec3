"""What the window remembers between two days: language, scheme, recent files, places in them."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple, Self

MOST_RECENT: Final = 12


class Recent(NamedTuple):
    """A file opened before, with what was true of it when it was closed."""

    path: str
    kind: str
    """``score`` or ``round``."""
    title: str
    owner: str = ""
    given: int = 0
    expected: int = 0
    sealed: bool = False
    conflicts: int = 0
    incomplete: int = 0
    counted: int = 0
    rehearsal: bool = False

    @classmethod
    def read(cls, data: dict[str, Any]) -> Self | None:
        """Return the entry in ``data``, or nothing where it is not one of ours."""
        try:
            return cls(**{name: data[name] for name in cls._fields if name in data})
        except TypeError:
            return None


class Settings:
    """Everything remembered; kept as one JSON file, written whole or not at all."""

    def __init__(self, file: Path) -> None:
        """Remember nothing yet; ``file`` is where it will be kept."""
        self.file = file
        self.language = ""
        self.scheme = "system"
        self.geometry = ""
        self.recent: list[Recent] = []
        self.places: dict[str, dict[str, Any]] = {}

    @classmethod
    def load(cls, file: Path) -> Self:
        """Read ``file``; what cannot be read is forgotten, never in the way."""
        made = cls(file)
        try:
            data = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return made
        if not isinstance(data, dict):
            return made
        for name in ("language", "scheme", "geometry"):
            if isinstance(data.get(name), str):
                setattr(made, name, data[name])
        entries = data.get("recent")
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict) and (recent := Recent.read(entry)):
                made.recent.append(recent)
        places = data.get("places")
        if isinstance(places, dict):
            made.places = {key: it for key, it in places.items() if isinstance(it, dict)}
        return made

    def save(self) -> None:
        """Write the file beside itself, then put it in place; a full disk only forgets."""
        data = {
            "language": self.language,
            "scheme": self.scheme,
            "geometry": self.geometry,
            "recent": [item._asdict() for item in self.recent],
            "places": self.places,
        }
        draft = self.file.with_suffix(".part")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
            os.replace(draft, self.file)
        except OSError:
            with suppress(OSError):
                draft.unlink()

    def remember(self, recent: Recent) -> None:
        """Put a file at the top of the list."""
        others = [item for item in self.recent if item.path != recent.path]
        self.recent = [recent, *others][:MOST_RECENT]
        kept = {item.path for item in self.recent}
        self.places = {path: place for path, place in self.places.items() if path in kept}

    def forget(self, path: str) -> None:
        """Take a file off the list."""
        self.recent = [item for item in self.recent if item.path != path]
        self.places.pop(path, None)

    def place(self, path: str) -> dict[str, Any]:
        """Return what is remembered of one file, to be changed in place."""
        return self.places.setdefault(path, {})


def settings_file() -> Path:
    """Return where the settings stand."""
    from workbench.home import home

    return home() / "window.json"
