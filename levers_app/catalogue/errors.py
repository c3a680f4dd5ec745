"""Errors that are told to the person in one French sentence; any other exception is a bug of ours."""


class LeviersError(Exception):
    """A known failure, worded for the person: what happened, what was kept, what to do.

    ``str(error)`` is the French sentence that windows, dialogs and the command line show as it is.
    """


class UnknownRecordError(LeviersError):
    """An identifier that names no record of the base."""

    def __init__(self, record_id: str) -> None:
        """Keep ``record_id`` (shown shortened: it may come from outside and be of any length)."""
        shown = record_id if len(record_id) <= 80 else record_id[:79] + "…"
        super().__init__(
            f"« {shown} » ne correspond à aucune fiche de la base. "
            "Vérifiez l’identifiant, ou cherchez la fiche avec la commande « chercher »."
        )
        self.record_id = record_id


class ContentError(LeviersError):
    """A faulty content file: names the file, the key and the reason."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        """``file`` relative to the content folder, ``key`` as a path such as ``sources.3.url`` (may be empty)."""
        place = f"{file}, « {key} »" if key else file
        super().__init__(f"Contenu refusé : {place} : {reason}. La base est restée comme elle était.")
        self.file = file
        self.key = key
        self.reason = reason
