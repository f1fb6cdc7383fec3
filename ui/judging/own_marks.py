"""The strip of own marks with its words: how many, their mean, the one under the hand."""

from fractions import Fraction

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.judging.live import LiveMark
from ui.judging.own_picture import OwnPicture
from ui.judging.section_head import SectionHead
from ui.judging.strip import Strip
from ui.language import Speaking
from ui.scoring.desk import ScoringDesk
from ui.theme.fonts import CAPTION
from ui.theme.runs import Run, RunLine
from workbench.definition.terms import Uid
from workbench.scoring.patterns import OwnMark


class OwnMarksPart(Speaking):
    """Set anew when the set changes; while typing only the mark in work moves."""

    service_requested = Signal(object)
    """The uid of a service whose mark was chosen."""
    left = Signal()

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service: Uid | None = None
        self._picture: OwnPicture | None = None
        self._live: LiveMark | None = None
        self._head = SectionHead()
        self.strip = Strip()
        self.strip.walked.connect(self._on_walked)
        self.strip.chosen.connect(self._on_chosen)
        self.strip.given_back.connect(self.left)
        self._line = RunLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._head, self.strip, self._line):
            column.addWidget(part)

    # --- what is shown ---------------------------------------------------------------------

    def show_marks(self, service: Uid, picture: OwnPicture, live: LiveMark) -> None:
        """Show the set and where the mark of ``service`` stands in it."""
        shown = service, picture, live
        if shown != (self._service, self._picture, self._live):
            self._service, self._picture, self._live = shown
            self.retranslate()

    def follow(self, live: LiveMark) -> None:
        """Move the mark in work."""
        self._live = live
        share = self._live_share()
        words = ""
        if self._picture is not None and share is not None:
            words = self._picture.text(share)
            if live.is_typing:
                words = self.tr("{points} (typing)").format(points=words)
        self.strip.show_live(share, words)
        self._describe()

    def retranslate(self) -> None:
        picture = self._picture
        if picture is None or self._live is None:
            return
        count = self.tr("{count} services").format(count=len(picture.marks))
        self._head.say(self.tr("My marks for this indicator"), count if picture.marks else "")
        self.strip.setAccessibleName(self.tr("My marks for this indicator"))
        self.strip.show_picture(picture, picture.place_of(self._service))
        self.strip.show_mean(self._mean_words())
        self.follow(self._live)
        self._on_walked(self.strip.at)

    def _live_share(self) -> Fraction | None:
        live = self._live
        if live is None or live.points is None:
            return None
        return Fraction(live.points) / Fraction(live.row.indicator.max_points)

    # --- words -----------------------------------------------------------------------------

    def _worth(self, share: Fraction) -> str:
        picture = self._picture
        if picture is None:
            return ""
        text = picture.text(share)
        return self.tr("{points} pt").format(points=text) if picture.is_in_points else text

    def _named(self, mark: OwnMark) -> str:
        name = self._desk.sheet(mark.service).service.name
        words = self.tr("No. {number} {name}: {worth}")
        return words.format(number=mark.number, name=name, worth=self._worth(mark.share))

    def _mean_words(self) -> str:
        picture = self._picture
        if picture is None or picture.mean is None:
            return ""
        return self.tr("mean {points}").format(points=picture.text(picture.mean))

    def _usual_words(self) -> str:
        picture = self._picture
        if picture is None:
            return ""
        if not picture.marks:
            return self.tr("No marks yet. Each one will stand here as a dot.")
        if picture.fence is None:
            return ""
        low, high = picture.text(picture.fence.low), picture.text(picture.fence.high)
        return self.tr("usually {low} to {high}").format(low=low, high=high)

    def _describe(self) -> None:
        """Say the figures to those who cannot see the dots."""
        picture = self._picture
        if picture is None or not picture.marks:
            self.strip.setAccessibleDescription(self._usual_words())
            return
        low, high = picture.marks[0].share, picture.marks[-1].share
        span = self.tr("from {low} to {high}").format(
            low=picture.text(low), high=picture.text(high)
        )
        count = self.tr("{count} services").format(count=len(picture.marks))
        share = self._live_share()
        here = ""
        if share is not None:
            here = self.tr("this one {points}").format(points=self._worth(share))
        said = (count, self._mean_words(), span, self._usual_words(), here)
        self.strip.setAccessibleDescription(", ".join(filter(None, said)))

    @Slot(int)
    def _on_walked(self, place: int) -> None:
        if place < 0 or self._picture is None:
            self._line.say(Run(self._usual_words() or " ", CAPTION, role="text3"))
            self._describe()
            return
        mark = self._picture.marks[place]
        name = self._desk.sheet(mark.service).service.name
        self._line.say(
            Run(self._worth(mark.share), CAPTION, 600, "accent"),
            Run(f"{mark.number} {name}", CAPTION, role="text2", before=8),
        )
        self.strip.setAccessibleDescription(self._named(mark))

    @Slot(int)
    def _on_chosen(self, place: int) -> None:
        if self._picture is not None:
            self.service_requested.emit(self._picture.marks[place].service)
