"""Services with their outcome as rows, known by the uid of the service."""

from ui.lists.rows_model import RowsModel
from workbench.results.outcome import ServiceOutcome


class ServicesModel(RowsModel[ServiceOutcome]):
    """One row a service, in the order it is given."""

    def key_of(self, row: ServiceOutcome) -> object:
        """Return the uid of its service."""
        return row.service.uid
