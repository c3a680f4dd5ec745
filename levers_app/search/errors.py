"""Errors of search that are told to the person. A damaged index is not one: it is rebuilt."""

from levers_app.catalogue.errors import LeviersError


class IndexBusyError(LeviersError):
    """Another program is writing the index."""

    def __init__(self) -> None:
        """Say it in one sentence."""
        super().__init__(
            "L’index de recherche est en cours d’écriture par une autre fenêtre de Leviers. "
            "Vos fiches sont enregistrées ; attendez un instant, puis recommencez."
        )


class IndexFolderError(LeviersError):
    """The disk refuses a new index."""

    def __init__(self, reason: str) -> None:
        """``reason`` is the system's own word."""
        super().__init__(
            f"L’index de recherche ne peut pas être écrit ({reason}). La recherche continue sans lui, moins complète. "
            "Libérez de la place ou vérifiez les droits du dossier de données, puis reconstruisez l’index."
        )


class RebuildCancelledError(LeviersError):
    """The person stopped the construction of the index."""

    def __init__(self) -> None:
        """Say it in one sentence."""
        super().__init__("La construction de l’index a été arrêtée. L’index précédent reste en service.")
