"""Errors that are told to the person in one French sentence; any other exception is a bug of ours."""

from typing import Any

from levers_app.catalogue.typography import french, shortened


class LeviersError(Exception):
    """A known failure, worded for the person: what happened, what was kept, what to do.

    ``str(error)`` is the French sentence that windows, dialogs and the command line show as it is.
    """

    def __reduce__(self) -> tuple[Any, ...]:
        """Go from one process to another as it is: by default its sentence would be taken for its first argument."""
        return _restored, (type(self), self.args, self.__dict__)


def _restored(kind: type[LeviersError], args: tuple[Any, ...], state: dict[str, Any]) -> LeviersError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class UnknownRecordError(LeviersError):
    """An identifier that names no record of the base."""

    def __init__(self, record_id: str) -> None:
        """Keep ``record_id`` (shown shortened: it may come from outside)."""
        named = f"«\u00a0{shortened(record_id)}\u00a0»" if record_id.strip() else "Un identifiant vide"
        super().__init__(
            f"{named} ne correspond à aucune fiche de la base. "
            "Vérifiez l’identifiant, ou cherchez la fiche avec la commande «\u00a0chercher\u00a0»."
        )
        self.record_id = record_id


class ContentError(LeviersError):
    """A faulty content file: names the file, the key and the reason."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        """``file`` relative to the content folder, ``key`` as a path such as ``sources.3.url`` (may be empty)."""
        place = f"{file}, «\u00a0{key}\u00a0»" if key else file
        shown = french(reason)
        super().__init__(f"Contenu refusé\u00a0: {place}\u00a0: {shown}. La base est restée comme elle était.")
        self.file = file
        self.key = key
        self.reason = reason
