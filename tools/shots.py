"""Takes pictures of every main view, light and dark, large and narrow, and of PDF pages: shots.py [--sortie DIR].

They go into ``captures/``, with one sheet of all of them in small (``planche.png``).
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image, ImageDraw
from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from levers_app.briefs.brief import write_edition
from levers_app.catalogue.brief import ActionsItem, Brief, ComparisonItem, Cover, SheetItem, TextItem, of_sheets
from levers_app.catalogue.brief_models import MODELS
from levers_app.catalogue.draft import Entry, ResultLine, new_draft
from levers_app.desktop.brief_changes import with_item
from levers_app.desktop.compare_data import record_of
from levers_app.desktop.look import Mode
from levers_app.desktop.map_data import MAP_MARK
from levers_app.desktop.place import Depth, Place
from levers_app.desktop.situation_note import action_plan
from levers_app.desktop.situation_state import Description, Trouble
from levers_app.services import Services
from tools.driving import DrivenWindow

_FOLDER = Path(__file__).resolve().parents[1] / "captures"
_LEVER, _CASE = "lever:mediation-sociale", "case:rennes-villejean-hall-bourbonnais"
_TEXT, _TERM, _PROBLEM = "text:code-de-la-securite-interieure-l251-2", "term:clspd", "problem:occupation-halls"
_MODES: tuple[tuple[Mode, str], ...] = (("light", "clair"), ("dark", "sombre"))
_USUAL, _NARROW = (1280, 720), (900, 700)
_PDF_SCALE = 1.5
_THUMB, _COLUMNS, _GAP, _CAPTION = 320, 5, 12, 16

View = Callable[[DrivenWindow], QWidget]


@dataclass(frozen=True)
class Camera:
    """Takes pictures of a driven window.

    Attributes:
        driven: the window, its base open.
        folder: where the pictures go.
    """

    driven: DrivenWindow
    folder: Path

    def take(self, names: tuple[str, ...], suffix: str) -> Iterator[Path]:
        """Take the views of ``names``, as the window is now."""
        for name in names:
            yield _save(VIEWS[name](self.driven), self.folder / f"{name}-{suffix}.png")
            self._put_back()

    def _put_back(self) -> None:
        """Leave what stands in front of the usual view: reading mode, an open filter, a progress."""
        workspace = self.driven.window.workspace
        workspace.browse.results.facets.close_values()
        workspace.finder.close()
        workspace.completions.close()
        if workspace.browse.enlarged:
            workspace.toggle_reading()
        self.driven.window.show_index_progress(1, 1)

    def set_up(self, mode: Mode, zoom: float, size: tuple[int, int]) -> None:
        """Choose colours, size of text and size of window."""
        look = self.driven.window.look
        look.reset_zoom()
        while look.zoom < zoom:
            look.zoom_in()
        look.set_mode(mode)
        self.driven.window.resize(*size)
        self.driven.settle()


def _home(driven: DrivenWindow) -> QWidget:
    driven.window.navigator.go_home()
    return _settled(driven)


def _searched(driven: DrivenWindow, words: str) -> QWidget:
    driven.window.navigator.go_home()
    driven.window.navigator.search(words)
    return _settled(driven)


def _search(driven: DrivenWindow) -> QWidget:
    return _searched(driven, "hall occupé trafic")


def _find(driven: DrivenWindow) -> QWidget:
    _searched(driven, "médiation sociale")
    driven.window.navigator.open(driven.window.navigator.place.record)
    _settled(driven)
    driven.window.workspace.finder.open()
    driven.settle()
    for _ in range(3):
        driven.press(Qt.Key.Key_Return)
    return _settled(driven)


def _filters(driven: DrivenWindow) -> QWidget:
    _search(driven)
    facets = driven.window.workspace.browse.results.facets
    chip = next(chip for chip in facets.findChildren(QToolButton) if chip.property("facet") == "problem")
    chip.click()
    return _settled(driven)


def _nothing_found(driven: DrivenWindow) -> QWidget:
    return _searched(driven, "zzzyx qwfpg")


def _filtered_away(driven: DrivenWindow) -> QWidget:
    filters = {"outcome": ("negatif",), "family": ("surete",)}
    driven.window.navigator.go(Place("search", "tapage gardien", filters))
    return _settled(driven)


def _completions(driven: DrivenWindow) -> QWidget:
    _home(driven)
    driven.window.activateWindow()  # a dialog had the keyboard
    driven.settle()
    for letter in "medi":
        driven.type_letter(letter)
        driven.settle()
    driven.press(Qt.Key.Key_Down)
    return _settled(driven)


def _page(driven: DrivenWindow, name: str) -> QWidget:
    driven.window.navigator.go_page(name)
    if name == "situation":
        driven.settle()  # its levers are read when it is first shown
        page = driven.window.workspace.advice.situation.page
        page.show_description(Description())
        page.form.edited.emit()
    return _settled(driven)


def _sheet(driven: DrivenWindow, record_id: str, depth: Depth) -> QWidget:
    driven.window.navigator.go_home()
    driven.window.navigator.set_depth(depth)
    driven.window.navigator.open(record_id)
    return _settled(driven)


def _reading(driven: DrivenWindow) -> QWidget:
    _sheet(driven, _LEVER, "full")
    driven.window.workspace.toggle_reading()
    return _settled(driven)


_WRITTEN = Entry(
    title="Des rondes du soir dans les halls",
    commune="Rezé",
    department="44",
    region="Pays de la Loire",
    problems=("occupation-halls", "trafic-stupefiants"),
    levers=("mediation-sociale",),
    actions="Rondes à deux, le soir\nCafé dans le hall avec les locataires\nAppeler l’agence au 01 99 00 12 34",
    outcome="mitige",
    results=(ResultLine("Moins de plaintes dans l’immeuble", "12 au lieu de 31", measured=True),),
    lessons="Prévenir les habitants avant la première ronde",
)


def _form(driven: DrivenWindow, page: int) -> QWidget:
    """Write an example, and look at one page of the form."""
    desk = driven.window.workspace.desk
    desk.new()
    driven.settle()
    desk.page.form.show_entry(_WRITTEN)
    desk.page.form.edited.emit("title")
    driven.settle()
    desk.page.show_page(page)
    return _settled(driven)


def _sent(driven: DrivenWindow) -> QWidget:
    """An example that waits for a reviewer."""
    services = driven.program.services
    assert services is not None  # noqa: S101 - the base is open
    entry = replace(_WRITTEN, actions="Rondes à deux, le soir")
    sent = services.recorder.send(replace(new_draft(), entry=entry), "a-relire")
    services.engine.follow()
    return _sheet(driven, sent.record_id, "full")


_SITE = Description(
    troubles=(Trouble("occupation-halls", 4), Trouble("trafic-stupefiants", 3), Trouble("agressions-personnel", 2)),
    territory="qpv",
    chosen=("mediation-sociale", "videoprotection"),
)


def _advised(driven: DrivenWindow, tab: str) -> QWidget:
    """A site that is described, and one page of the answer; the description is taken back for the next pictures."""
    _page(driven, "situation")
    page = driven.window.workspace.advice.situation.page
    page.show_description(_SITE)
    page.form.edited.emit()
    driven.settle()
    page.show_tab(tab)
    return _settled(driven)


def _compared(driven: DrivenWindow) -> QWidget:
    record = record_of(("controle-acces", "mediation-sociale", "videoprotection"))
    driven.window.navigator.go(Place(page="compare", record=record))
    return _settled(driven)


def _mapped(driven: DrivenWindow, view: str) -> QWidget:
    driven.window.navigator.go(Place(page="map", record=MAP_MARK + view))
    _settled(driven)
    driven.window.workspace.advice.map.page.table.choose(0)
    return _settled(driven)


_COMPOSED = Brief(
    "captures",
    "Comité de tranquillité du 27 novembre",
    "comite",
    Cover(subtitle="Quartier Château, pour le comité inter-bailleurs", organisation="Office de la Loire"),
    replace(MODELS["comite"].options, cover=True),
    (
        TextItem("## La situation\n\nLes halls du 4 et du 6 sont occupés **chaque soir**."),
        SheetItem("lever:videoprotection", "page"),
        SheetItem("lever:controle-acces"),
        TextItem("## Ce que d’autres ont fait\n"),
        SheetItem("case:gites-toulouse-grand-mirail"),
        ComparisonItem(("videoprotection", "controle-acces", "mediation-sociale")),
    ),
)


def _note(driven: DrivenWindow, item: int = 1, tab: int = 0) -> QWidget:
    """A committee note that is composed, one of its items chosen, or its cover, or its options."""
    services = driven.program.services
    assert services is not None  # noqa: S101 - the base is open
    if services.briefs.get(_COMPOSED.id) is None:
        services.briefs.keep(_COMPOSED)
    driven.window.navigator.open(f"brief:{_COMPOSED.id}")
    driven.settle()
    page = driven.window.workspace.briefs.desk.page
    page.contents.list.choose(item)
    page.show_tab(tab)
    return _drawn(driven)


def _action_plan(driven: DrivenWindow) -> QWidget:
    """A plan of action for the site that is described, some of it filled in."""
    services = driven.program.services
    assert services is not None  # noqa: S101 - the base is open
    if services.briefs.get("captures-plan") is None:
        services.briefs.keep(_filled_in(replace(action_plan(services, _SITE), id="captures-plan")))
    driven.window.navigator.open("brief:captures-plan")
    driven.settle()
    pane = driven.window.workspace.briefs.desk.page.side.pane
    pane.list.choose(1)
    pane.take_focus()
    return _drawn(driven)


def _filled_in(plan: Brief) -> Brief:
    """Return ``plan`` with what a person says of its first actions."""
    place = next(place for place, item in enumerate(plan.items) if isinstance(item, ActionsItem))
    item = plan.items[place]
    assert isinstance(item, ActionsItem)  # noqa: S101 - just found
    first, second, *others = item.actions
    done = replace(first, who="Référente sûreté", when="Octobre", state="done", follow_up="14 signalements relevés.")
    begun = replace(second, who="Responsable d’agence", when="15 décembre", state="doing", cost="Temps d’équipe")
    return with_item(plan, place, replace(item, actions=(done, begun, *others)))


def _drawn(driven: DrivenWindow) -> QWidget:
    """Wait for pages too, which are drawn once they have been painted blank."""
    _settled(driven)
    driven.pause(50)
    return _settled(driven)


def _pages_of_note(driven: DrivenWindow) -> QWidget:
    _note(driven)
    driven.window.workspace.briefs.desk.page.show_pages()
    return _drawn(driven)


def _empty_note(driven: DrivenWindow) -> QWidget:
    driven.window.workspace.briefs.book.new("model:dossier")
    _settled(driven)
    window = _drawn(driven)
    services, brief = driven.program.services, driven.window.workspace.briefs.desk.brief
    assert services is not None  # noqa: S101 - the base is open
    assert brief is not None  # noqa: S101 - it was just made
    services.briefs.discard(brief.id)
    return window


def _saving(driven: DrivenWindow) -> QWidget:
    _note(driven)
    return _dialog(driven, driven.window.workspace.briefs.save)


def _loading(driven: DrivenWindow) -> QWidget:
    _page(driven, "levers")
    driven.window.workspace.browse.sheet.show_loading()
    driven.window.show_index_progress(120, 400)
    return _settled(driven)


def _dialog(driven: DrivenWindow, opener: Callable[[], None]) -> QWidget:
    opener()
    driven.settle()
    return next(widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget != driven.window)


def _settled(driven: DrivenWindow) -> QWidget:
    driven.settle()
    return driven.window


VIEWS: dict[str, View] = {
    "accueil": _home,
    "recherche": _search,
    "completions": _completions,
    "ecrire-une-recherche": lambda driven: _dialog(driven, driven.window.workspace.help.show_queries),
    "vouliez-vous-dire": lambda driven: _searched(driven, "amener "),
    "filtres": _filters,
    "chercher-dans-la-fiche": _find,
    "levier-essentiel": lambda driven: _sheet(driven, _LEVER, "essential"),
    "levier-complet": lambda driven: _sheet(driven, _LEVER, "full"),
    "lecture": _reading,
    "exemple": lambda driven: _sheet(driven, _CASE, "full"),
    "situation": lambda driven: _sheet(driven, _PROBLEM, "essential"),
    "texte": lambda driven: _sheet(driven, _TEXT, "essential"),
    "glossaire": lambda driven: _sheet(driven, _TERM, "essential"),
    "leviers": lambda driven: _page(driven, "levers"),
    "exemples": lambda driven: _page(driven, "cases"),
    "favoris-vides": lambda driven: _page(driven, "favourites"),
    "rien-trouve": _nothing_found,
    "rien-avec-ces-filtres": _filtered_away,
    "chargement": _loading,
    "formulaire": lambda driven: _form(driven, 0),
    "formulaire-contexte": lambda driven: _form(driven, 1),
    "formulaire-resultats": lambda driven: _form(driven, 5),
    "formulaire-a-retenir": lambda driven: _form(driven, 6),
    "brouillons": lambda driven: _page(driven, "drafts"),
    "a-relire": _sent,
    "historique": lambda driven: _dialog(driven, driven.window.workspace.records.show_history),
    "modifier-un-levier": lambda driven: _dialog(driven, lambda: driven.window.workspace.levers.edit_lever("clspd")),
    "profil": lambda driven: _dialog(driven, driven.window.workspace.records.show_profile),
    "notes": lambda driven: _page(driven, "notes"),
    "note": _note,
    "note-paragraphe": lambda driven: _note(driven, 0),
    "note-comparatif": lambda driven: _note(driven, 5),
    "note-garde": lambda driven: _note(driven, 1, 1),
    "note-options": lambda driven: _note(driven, 1, 2),
    "note-pages": _pages_of_note,
    "note-vide": _empty_note,
    "plan-actions": _action_plan,
    "note-enregistrer": _saving,
    "diagnostic": lambda driven: _advised(driven, "levers"),
    "diagnostic-vide": lambda driven: _page(driven, "situation"),
    "diagnostic-plan": lambda driven: _advised(driven, "plan"),
    "diagnostic-exemples": lambda driven: _advised(driven, "nearest"),
    "comparer": _compared,
    "carte-preuves": lambda driven: _mapped(driven, "problems"),
    "carte-familles": lambda driven: _mapped(driven, "families"),
    "carte-departements": lambda driven: _mapped(driven, "departments"),
    "raccourcis": lambda driven: _dialog(driven, driven.window.workspace.help.show_shortcuts),
    "journal": lambda driven: _dialog(driven, driven.window.show_log),
    "a-propos": lambda driven: _dialog(driven, driven.window.workspace.help.show_about),
}
_LARGE = (
    "accueil",
    "recherche",
    "completions",
    "ecrire-une-recherche",
    "filtres",
    "chercher-dans-la-fiche",
    "levier-essentiel",
    "exemple",
    "rien-trouve",
    "formulaire",
    "formulaire-resultats",
    "a-relire",
    "notes",
    "note",
    "note-options",
    "note-pages",
    "note-enregistrer",
    "plan-actions",
    "raccourcis",
    "diagnostic",
    "diagnostic-plan",
    "diagnostic-exemples",
    "comparer",
    "carte-preuves",
    "carte-familles",
    "carte-departements",
)
_FOLDED = (
    "accueil",
    "recherche",
    "filtres",
    "levier-essentiel",
    "exemples",
    "formulaire",
    "favoris-vides",
    "notes",
    "note",
    "note-pages",
    "plan-actions",
    "carte-departements",
)


def main() -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sortie", type=Path, default=_FOLDER)
    folder: Path = parser.parse_args().sortie
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # the same pictures with and without a screen
    qInstallMessageHandler(_tell)
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="leviers-shots-") as temporary:
        paths = list(_pictures(Path(temporary), folder))
    paths.append(_contact_sheet(paths, folder / "planche.png"))
    print(*paths, sep="\n")
    return 0


def _pictures(data: Path, folder: Path) -> Iterator[Path]:
    with DrivenWindow(data / "fourni") as driven:
        driven.show(*_USUAL)
        driven.window.show_opening()
        yield _save(_settled(driven), folder / "ouverture-clair.png")
        driven.open_base()
        yield from _window_pictures(Camera(driven, folder))
        assert driven.program.services is not None  # noqa: S101 - the base is open
        yield from _pdf_pictures(driven.program.services, data, folder)
    yield from _damaged(data / "endommage", folder)


def _window_pictures(camera: Camera) -> Iterator[Path]:
    for mode, french in _MODES:
        camera.set_up(mode, 1.0, _USUAL)
        yield from camera.take(tuple(VIEWS), french)
        for zoom in (1.5, 2.0):
            camera.set_up(mode, zoom, _USUAL)
            yield from camera.take(_LARGE, f"{french}-texte-{zoom:.0%}".rstrip("%"))
        camera.set_up(mode, 1.0, _NARROW)
        yield from camera.take(_FOLDED, f"{french}-etroit")


def _damaged(data: Path, folder: Path) -> Iterator[Path]:
    """A base that cannot be opened, as the window tells it."""
    data.mkdir()
    (data / "leviers.db").write_bytes(b"ceci n'est pas une base" * 100)
    with DrivenWindow(data) as driven:
        driven.window.look.set_mode("light")
        driven.show(*_USUAL)
        driven.open_base()
        yield _save(driven.window, folder / "base-endommagee-clair.png")


def _pdf_pictures(services: Services, data: Path, folder: Path) -> Iterator[Path]:
    for record_id in (_LEVER, _CASE):
        path = data / "note.pdf"
        write_edition(services.edition(of_sheets(record_id)), path)
        yield from _pages(path, folder, record_id.partition(":")[0])


def _pages(path: Path, folder: Path, kind: str) -> Iterator[Path]:
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document, start=1):
            picture = folder / f"pdf-{kind}-{number}.png"
            page.render(scale=_PDF_SCALE).to_pil().save(picture)
            yield picture


def _save(widget: QWidget, path: Path) -> Path:
    """Write the picture of ``widget``, and put away what stood in front of the window."""
    if not widget.grab().save(str(path)):
        raise OSError(f"{path} cannot be written")
    if widget.parent() is not None:
        widget.close()
    return path


def _tell(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Print what Qt says, but for what its offscreen plugin says of each window with a least size."""
    if not message.startswith("This plugin does not support propagateSizeHints"):
        print(message, file=sys.stderr)


def _contact_sheet(paths: list[Path], path: Path) -> Path:
    """Put all pictures in small on one sheet, each over its name."""
    cell = (_THUMB + _GAP, round(_THUMB * 0.75) + _GAP + _CAPTION)
    rows = -(-len(paths) // _COLUMNS)
    sheet = Image.new("RGB", (_COLUMNS * cell[0] + _GAP, rows * cell[1] + _GAP), "#808080")
    pen = ImageDraw.Draw(sheet)
    for place, picture in enumerate(paths):
        left, top = _GAP + place % _COLUMNS * cell[0], _GAP + place // _COLUMNS * cell[1]
        with Image.open(picture) as image:
            image.thumbnail((_THUMB, cell[1] - _GAP - _CAPTION))
            sheet.paste(image, (left, top + _CAPTION))
        pen.text((left, top), picture.stem, fill="white")
    sheet.save(path)
    return path


if __name__ == "__main__":
    sys.exit(main())
