"""The window program: parse, paint the window, then import and read what the document needs."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.collecting import Collector
from ui.language import LANGUAGES, Interpreter, Language, system_language
from ui.problems import CrashHandler
from ui.settings import Settings, settings_file
from ui.theme.scheme import Scheme, SchemeFollower
from ui.window import Window
from workbench.window_program import PRINT_REPORT

DEFAULT_SIZE = QSize(1280, 800)


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, on a document if one is named, and return the exit code."""
    options = _command_line().parse_args(argv)
    if options.print_report:
        from ui.printing.child import print_report  # the only work of a process without a window

        return print_report(Path(options.print_report))
    app = _application()
    collector = Collector(app)
    settings = Settings.load(settings_file())
    crashes = CrashHandler(app)
    crashes.install()
    interpreter = Interpreter(app, options.lang or _language(settings))
    follower = SchemeFollower(app, Scheme(options.scheme or _scheme(settings)))
    window = Window(settings, interpreter, follower, crashes)
    window.resize(options.size or DEFAULT_SIZE)
    file = Path(options.file).absolute() if options.file else None
    if options.picture:
        from ui.picture import Photographer

        photographer = Photographer(window, Path(options.picture).absolute())
        window.settled.connect(photographer.take)
        window.refused.connect(photographer.give_up)
    elif not options.size:
        window.restore_geometry()
    window.painted.connect(_show_icon)
    window.begin_with(file)
    window.show()
    try:
        return app.exec()
    finally:
        collector.give_back()
        window.close_document()  # ended without closing the window, as after a picture
        crashes.remove()


def _application() -> QApplication:
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    app.setApplicationName("Scoring Workbench")
    app.setDesktopFileName("scoring-workbench")
    return app


def _show_icon() -> None:
    from ui.theme.icons import icon  # not needed for the first paint

    QApplication.setWindowIcon(icon("app", "accent"))


def _language(settings: Settings) -> Language:
    chosen = [known for known in LANGUAGES if known == settings.language]
    return chosen[0] if chosen else system_language()


def _scheme(settings: Settings) -> Scheme:
    return Scheme(settings.scheme) if settings.scheme in set(Scheme) else Scheme.SYSTEM


def _command_line() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="scoring-workbench",
        description="Open the window of the Scoring Workbench.",
        epilog="example: scoring-workbench E1.score",
    )
    parser.add_argument("file", nargs="?", help="a score book (.score) or a round (.round)")
    parser.add_argument("--picture", metavar="PNG", help="write a picture of the window and end")
    parser.add_argument("--scheme", choices=[str(Scheme.LIGHT), str(Scheme.DARK)])
    parser.add_argument("--lang", choices=LANGUAGES)
    parser.add_argument(PRINT_REPORT, metavar="PDF", help="paint the report on standard input")
    parser.add_argument("--size", type=_size, metavar="WIDTHxHEIGHT", help="such as 1280x800")
    return parser


def _size(text: str) -> QSize:
    width, cross, height = text.partition("x")
    if not (cross and width.isdigit() and height.isdigit()):
        raise argparse.ArgumentTypeError(f"not a size such as 1280x800: {text}")
    return QSize(int(width), int(height))


if __name__ == "__main__":
    sys.exit(main())
