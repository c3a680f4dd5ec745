"""Errors of search that are told to the person. A damaged index is not one: it is rebuilt."""

import errno
from collections.abc import Mapping
from pathlib import Path

from levers_app.catalogue.errors import LeviersError

_FULL = ("le disque est plein", "Libérez de la place")
_CLOSED = ("le dossier des données est en lecture seule", "Ôtez la protection contre l’écriture")
_OTHER_REASON = ("le disque l’a refusé", "Vérifiez que le disque ou la clé est bien branché")
_REASONS: Mapping[int, tuple[str, str]] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EROFS: _CLOSED,
    errno.EACCES: _CLOSED,
    errno.EPERM: _CLOSED,
}


def refused(error: OSError) -> bool:
    """Tell whether the disk does not let anything be written, rather than misses what it should hold."""
    return error.errno in _REASONS


class IndexBusyError(LeviersError):
    """Another program is writing the index."""

    def __init__(self) -> None:
        """Say it in one sentence."""
        super().__init__(
            "L’index de recherche est en cours d’écriture par une autre fenêtre de Leviers. "
            "Vos fiches sont enregistrées ; attendez un instant, puis recommencez."
        )


class IndexFolderError(LeviersError):
    """The disk refuses to write the index."""

    def __init__(self, error: OSError) -> None:
        """Say why the system refused, and what to do."""
        reason, advice = _REASONS.get(error.errno or 0, _OTHER_REASON)
        super().__init__(
            f"L’index de recherche ne peut pas être écrit\u00a0: {reason}. "
            f"La recherche continue avec ce qui est là, peut-être moins complète. {advice}, puis relancez Leviers."
        )


class IndexPlaceTakenError(LeviersError):
    """A file has the name of the folder of the index."""

    def __init__(self, path: Path) -> None:
        """Name the file: it is not ours, and only the person knows what it is."""
        super().__init__(
            f"«\u00a0{path}\u00a0» devrait être le dossier de l’index de recherche, mais un fichier porte ce nom. "
            "Vos fiches sont intactes\u202f; seuls leurs titres et leurs résumés sont cherchés. "
            "Renommez ce fichier, puis relancez Leviers."
        )


class RebuildCancelledError(LeviersError):
    """The person stopped the construction of the index."""

    def __init__(self) -> None:
        """Say it in one sentence."""
        super().__init__("La construction de l’index a été arrêtée. L’index précédent reste en service.")


class RebuildCutShortError(LeviersError):
    """The process that built the index was ended by the system, or by someone."""

    def __init__(self) -> None:
        """Say it in one sentence."""
        super().__init__(
            "La construction de l’index s’est interrompue, peut-être faute de mémoire. "
            "La recherche continue avec ce qui est là, peut-être moins complète. "
            "Fermez d’autres programmes, puis relancez Leviers."
        )
