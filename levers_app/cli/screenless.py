"""Where there is no screen: the main job done all the same, so that a person sees that the program works."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from levers_app.catalogue.brief import Cover, of_sheets
from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.typography import NBSP
from levers_app.cli.running import Opener, guarded, with_services
from levers_app.cli.searching import bring_index_in_step, show_results
from levers_app.cli.terminal import prepare_streams, say
from levers_app.paths import DataFolder
from levers_app.search.facets import Filters
from levers_app.services import Services
from levers_app.sheets.wording import counted

WORDS = "hall occupé"
OUTPUT = Path("sortie")
_IN_NOTE = (("lever", 1), ("case", 2))

Draw = Callable[[Services, str, Path], None]


class OutputFolderError(LeviersError):
    """The folder of what is written cannot be made."""

    def __init__(self, folder: Path) -> None:
        """Say which, and what to do."""
        super().__init__(
            f"Le dossier «{NBSP}{folder.absolute()}{NBSP}» ne peut pas être créé. "
            "Lancez Leviers depuis un dossier où vous pouvez écrire."
        )


def show_without_screen(folder: DataFolder, opener: Opener, draw: Draw) -> int:
    """Search, write a note and a picture of the window, and say where they are; return the exit status.

    ``draw(services, words, path)`` draws the window as it shows a search for ``words``.
    """
    prepare_streams()
    say(f"Il n’y a pas d’écran ici{NBSP}: la fenêtre ne peut pas s’ouvrir. Voici ce que Leviers fait sans elle.\n")

    def work(services: Services) -> int:
        note, picture = OUTPUT.absolute() / "note.pdf", OUTPUT.absolute() / "fenetre.png"
        _make_folder(OUTPUT)
        _search(services)
        _write_note(services, note)
        draw(services, WORDS, picture)
        say(f"La fenêtre, dessinée sans écran{NBSP}: {picture}")
        return 0

    return guarded(lambda: with_services(folder, opener, work), folder)


def _search(services: Services) -> None:
    bring_index_in_step(services)
    show_results(services.engine.search(WORDS, limit=3))


def _write_note(services: Services, path: Path) -> None:
    """Write the first lever and the first examples found; none is, in a base that its owner has emptied."""
    found = [services.engine.search(WORDS, Filters(kind=(kind,)), limit=n).hits for kind, n in _IN_NOTE]
    brief = of_sheets(*(hit.id for hits in found for hit in hits))
    edition = services.edition(replace(brief, cover=Cover(title=WORDS.capitalize())))
    if edition.parts:
        from levers_app.briefs.brief import write_edition  # noqa: PLC0415 - reportlab is for paper only

        pages = counted(write_edition(edition, path).pages, "page")
        say(f"\nUne note de {pages}{NBSP}: {path}")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputFolderError(folder) from error
