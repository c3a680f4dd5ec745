"""What someone who helps needs to know about this installation, as text without personal content."""

import platform
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, qVersion
from PySide6.QtGui import QGuiApplication, QScreen

from levers_app import __version__
from levers_app.catalogue.records import Kind
from levers_app.desktop.theme import Theme

_PACKAGES = ("PySide6_Essentials", "pypdfium2", "sqlmodel", "SQLAlchemy", "alembic", "whoosh3", "reportlab")
_COUNTS: dict[Kind, tuple[str, str]] = {
    "lever": ("levier", "leviers"),
    "case": ("exemple", "exemples"),
    "text": ("texte", "textes"),
    "term": ("terme", "termes"),
    "problem": ("situation", "situations"),
}


@dataclass(frozen=True, slots=True)
class BaseFacts:
    """What the base says of itself.

    Attributes:
        folder: the data folder.
        counts: number of records of each kind.
        content_version: version of the bundled content.
        index: state of the search index, in French words.
        sqlite: version of SQLite.
    """

    folder: Path
    counts: Mapping[Kind, int] = field(default_factory=dict)
    content_version: str = ""
    index: str = ""
    sqlite: str = ""


def package_version(name: str) -> str:
    """Version of an installed package, or « absent »."""
    # 20 ms to import, for a button that is pressed once a year: not at start-up
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


def versions() -> str:
    """Versions of the program, of what it is built on and of the system, one a line."""
    lines = [f"Leviers {__version__}", f"Python {platform.python_version()}", f"Qt {qVersion()}"]
    lines += [f"{name} {package_version(name)}" for name in _PACKAGES]
    return "\n".join([*lines, f"Système {platform.platform()} ({platform.machine()})"])


def without_home(text: str) -> str:
    """Replace the person's home folder, which carries their name, by ``~``."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text


def counted(counts: Mapping[Kind, int]) -> str:
    """Return « 45 leviers, 113 exemples » for what is there."""
    return ", ".join(f"{number} {_COUNTS[kind][number > 1]}" for kind, number in counts.items())


def diagnostic(base: BaseFacts, theme: Theme) -> str:
    """Return the whole report, ready for the clipboard."""
    lines = [
        versions(),
        f"SQLite {base.sqlite or 'inconnu'}",
        f"Contenu {base.content_version or 'inconnu'}",
        f"Dossier des données {base.folder}",
        f"Base : {counted(base.counts) or 'inconnue'}",
        f"Index : {base.index or 'inconnu'}",
        *map(_screen, QGuiApplication.screens()),
        f"Affichage : {QGuiApplication.platformName()}, thème {'sombre' if theme.dark else 'clair'}, "
        f"taille du texte {theme.scale:.0%}".replace("%", "\N{NO-BREAK SPACE}%"),
        f"Traductions de Qt : {QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}",
    ]
    return without_home("\n".join(lines).replace(" :", "\N{NO-BREAK SPACE}:")) + "\n"


def _screen(screen: QScreen) -> str:
    size = screen.size()
    return f"Écran : {size.width()} × {size.height()}, échelle {screen.devicePixelRatio():g}".replace(".", ",")
