"""The mapping in work: what the columns of the table at hand are for, until it is taken in."""

from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

from ui.surveys.importing.roles import Role, given, readable, renamed, role_of, turned
from workbench.surveys.mapping import AnyMapping, FiguresMapping, SurveyMapping
from workbench.surveys.remembering import mapping_for
from workbench.surveys.table_reading import SurveyTable
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
        if table.signature != self.table.signature:
            self.mapping, self._aside = mapping_for(table), None
        self.table = table

    def role(self, name: str) -> Role:
        """Return what a column is for."""
        return role_of(self.mapping, name)

    def give(self, names: Collection[str], role: Role) -> None:
        """Let columns be for something else."""
        self.mapping = given(self.mapping, self.table, names, role)

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
            self.mapping = replace(
                self.mapping, scale_min=low, scale_max=high, factor_weight=factor
            )
        else:
            self.mapping = replace(self.mapping, scale_min=low, scale_max=high)
