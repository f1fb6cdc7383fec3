"""The mapping in work: what the columns of the table at hand are for, until it is taken in."""

from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

from ui.surveys.importing.roles import Role, given, readable, renamed, role_of, turned
from workbench.surveys.ladders import step_number, whole_ladders, word_key
from workbench.surveys.mapping import AnyMapping, FiguresMapping, SurveyMapping, Words
from workbench.surveys.remembering import mapping_for
from workbench.surveys.table_reading import SurveyTable
from workbench.surveys.typed_answers import ReadAs, found_words, in_steps, with_word
from workbench.text import clean_text


class MappingDraft:
    """Begins with the mapping last used for such a table, else with a suggestion.

    A column that is not read keeps its role for the case that it will be.
    """

    def __init__(self, table: SurveyTable) -> None:
        self.table = table
        self.mapping: AnyMapping = mapping_for(table)
        self._aside: AnyMapping | None = None
        """The mapping of the other form, as it was left."""
        self._by_hand: set[str] = set()
        """The words of which somebody said what they are; another scale leaves them alone."""

    @property
    def is_ready(self) -> bool:
        """Whether the table holds figures that somebody else computed."""
        return isinstance(self.mapping, FiguresMapping)

    @property
    def in_force(self) -> AnyMapping:
        """Return what can be computed: nothing from columns that are not read."""
        return readable(self.mapping, self.table)

    def show_table(self, table: SurveyTable) -> None:
        """Go on with ``table``; a table of the same form keeps its mapping."""
        is_other = table.signature != self.table.signature
        if is_other or table.heading.rows != self.table.heading.rows:
            self.mapping, self._aside = mapping_for(table), None
            self._by_hand = set()
        self.table = table

    def role(self, name: str) -> Role:
        """Return what a column is for."""
        return role_of(self.mapping, name)

    def give(self, names: Collection[str], role: Role) -> None:
        """Let columns be for something else."""
        self.mapping = self._offered(given(self.mapping, self.table, names, role))

    def rename(self, dimension: str, name: str) -> None:
        """Call a dimension otherwise; a name that is another one's joins the two."""
        self.mapping = renamed(self.mapping, self.table, dimension, clean_text(name))

    def turn(self, *, is_ready: bool) -> None:
        """Take the table for ready figures, or for the answers of respondents."""
        if is_ready != self.is_ready:
            before = self.mapping
            self.mapping = self._aside or turned(before, is_ready=is_ready)
            self._aside = before

    def measure(self, low: int, high: int, weight: int) -> None:
        """Set the ends of the scale and the percent that the factor questions weigh."""
        if isinstance(self.mapping, SurveyMapping):
            factor = Decimal(weight)
            before = self.mapping
            measured = replace(before, scale_min=low, scale_max=high, factor_weight=factor)
            if (low, high) != (before.scale_min, before.scale_max):
                measured = replace(measured, words=self._laid(before, low, high))
            self.mapping = self._offered(measured)
        else:
            self.mapping = replace(self.mapping, scale_min=low, scale_max=high)

    # --- answers in words ------------------------------------------------------------------

    def words(self) -> tuple[ReadAs, ...]:
        """Return the words in the questions, with the numbers they stand for."""
        mapping = self.mapping
        return found_words(self.table, mapping) if isinstance(mapping, SurveyMapping) else ()

    def numbers(self) -> range:
        """Return the numbers that a word can stand for."""
        return range(self.mapping.scale_min, self.mapping.scale_max + 1)

    def give_word(self, text: str, number: int | None) -> None:
        """Let a word stand for ``number``, or for nothing."""
        if isinstance(self.mapping, SurveyMapping):
            self._by_hand.add(word_key(text))
            words = with_word(self.mapping.words, text, number)
            self.mapping = replace(self.mapping, words=words)

    def _laid(self, mapping: SurveyMapping, low: int, high: int) -> Words:
        """Return the words on another scale: those of a ladder climb with it.

        What was said by hand stays as it is, and so does everything on a scale without a ladder.
        """
        found: dict[str, int] = {}
        for word, number in mapping.words:
            step = step_number(word, low, high)
            is_own = step_number(word, mapping.scale_min, mapping.scale_max) not in (None, number)
            keeps = step is None or is_own or word_key(word) in self._by_hand
            found[word] = number if keeps or step is None else step
        return in_steps(found.items())

    def _offered(self, mapping: AnyMapping) -> AnyMapping:
        """Return ``mapping`` with the ladders of words that its questions hold and it does not."""
        if not isinstance(mapping, SurveyMapping):
            return mapping
        low, high = mapping.scale_min, mapping.scale_max
        texts = [row.text for row in found_words(self.table, mapping)]
        known = {word_key(word) for word, _ in mapping.words} | self._by_hand
        more = [pair for pair in whole_ladders(texts, low, high) if word_key(pair[0]) not in known]
        return replace(mapping, words=in_steps([*mapping.words, *more])) if more else mapping
