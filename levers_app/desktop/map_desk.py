"""The map of what is known: asks for it, opens lists, saves it as picture and table."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from levers_app.desktop.advice_desk import AdviceDesk
from levers_app.desktop.messages import Toasts
from levers_app.desktop.paper import FileForm, PaperOrder
from levers_app.desktop.place import Place
from levers_app.sheets.wording import counted

if TYPE_CHECKING:
    from levers_app.desktop.map_data import GridCell, Maps
    from levers_app.desktop.map_france import Area
    from levers_app.desktop.map_page import MapPage
    from levers_app.desktop.pdf_saving import FolderMemory, PdfSaving
    from levers_app.desktop.window import MainWindow
    from levers_app.services import Services


class MapDesk(AdviceDesk["MapPage"]):
    """Owns the page of the map."""

    def __init__(self, window: "MainWindow", toasts: Toasts, pdf_folder: "FolderMemory") -> None:
        """``pdf_folder`` remembers where the last PDF went."""
        super().__init__(window, toasts)
        self._pdf_folder = pdf_folder
        self._saving: PdfSaving | None = None
        self._areas: tuple[Area, ...] = ()

    # -- opening

    def show(self, place: Place) -> None:
        """Show the table of a place, as the base is now."""
        from levers_app.desktop.map_data import MAP_MARK  # noqa: PLC0415 - when the page is opened

        services = self._services
        if services is None:
            return
        self._bring_to_front("Flèches pour se déplacer · Entrée pour ouvrir la liste")
        self.page.show_view(place.record.removeprefix(MAP_MARK) or self.page.view)
        self._ask(services)

    def _ask(self, services: "Services") -> None:
        known = self._areas
        self._ask_for(lambda: (_maps(services), known or _areas()), self._show)

    def _show(self, found: "tuple[Maps, tuple[Area, ...]]") -> None:
        shown, self._areas = found
        self.page.show_maps(shown, self._areas)
        self._give_keyboard()

    # -- going on

    @Slot(str)
    def _turn(self, view: str) -> None:
        from levers_app.desktop.map_data import MAP_MARK  # noqa: PLC0415 - the page is open

        self._window.navigator.go(Place(page="map", record=MAP_MARK + view))

    @Slot(object)
    def _open(self, cell: "GridCell") -> None:
        self._window.navigator.go(Place(page="cases", sort="date", filters=dict(cell.filters)))

    @Slot(str, str)
    def _write(self, problem: str, lever: str) -> None:
        self._window.workspace.desk.new_about(problems=(problem,), levers=(lever,))

    # -- saving

    @Slot()
    def save_csv(self) -> None:
        """Ask where to save the table in front, without restricted examples."""
        services = self._services
        if services is not None:
            self._window.jobs.read(lambda: _maps(services, outside=True), self._save_csv, self._window.notice_error)

    def _save_csv(self, outside: "Maps") -> None:
        from levers_app.desktop.map_data import as_csv  # noqa: PLC0415 - the page is open

        made = partial(as_csv, outside.grids[self.page.view])
        self._save(made, FileForm(".csv", "Tableau (*.csv)", "Enregistrer le tableau"), outside)

    @Slot()
    def save_picture(self) -> None:
        """Ask where to save a picture of the table in front, without restricted examples."""
        services = self._services
        if services is not None:
            self._window.jobs.read(lambda: _maps(services, outside=True), self._save_picture, self._window.notice_error)

    def _save_picture(self, outside: "Maps") -> None:
        from levers_app.desktop.map_picture import france_picture, picture, png  # noqa: PLC0415 - the page is open

        foot = self._services.brief_line() if self._services is not None else ""
        grid = outside.grids[self.page.view]
        if grid.key == "departments":
            foot = f"{foot} · contours\u00a0: MapSVG et V.\u00a0Cazanave, CC\u00a0BY\u00a04.0"
            image = france_picture(grid, self._areas, self._title(), foot)
        else:
            image = picture(grid, self._title(), foot)
        self._save(partial(png, image), FileForm(".png", "Image (*.png)", "Enregistrer l’image"), outside)

    def _title(self) -> str:
        from levers_app.desktop.map_data import VIEWS  # noqa: PLC0415 - the page is open

        return f"Carte des preuves, {VIEWS[self.page.view].lower()}"

    def _save(self, made: Callable[[], bytes], form: FileForm, outside: "Maps") -> None:
        from levers_app.desktop.pdf_saving import PdfSaving  # noqa: PLC0415 - when something is saved

        if outside.hidden:
            one, several = "exemple restreint n’y est pas compté", "exemples restreints n’y sont pas comptés"
            self._toasts.show(f"{counted(outside.hidden, one, several)}.")
        if self._saving is None:
            self._saving = PdfSaving(self._window, self._window.jobs, self._toasts, self._pdf_folder)
        self._saving.ask(PaperOrder(self._title(), partial(_write, made, form.suffix), form))

    # -- parts

    def _made(self, services: "Services") -> "MapPage":
        from levers_app.desktop.map_page import MapPage  # noqa: PLC0415 - most days nobody opens it

        page = MapPage(self._window.look.theme, services.vocabulary, self._window.pages)
        page.view_chosen.connect(self._turn)
        page.opened.connect(self._open)
        page.case_wanted.connect(self._write)
        page.csv_wanted.connect(self.save_csv)
        page.picture_wanted.connect(self.save_picture)
        return page

    def _show_again(self, services: "Services", old: "MapPage") -> None:
        self.page.show_view(old.view)
        self._ask(services)


# On workers, and imported there.


def _write(made: Callable[[], bytes], suffix: str, path: Path) -> None:
    from levers_app.briefs.saving import save  # noqa: PLC0415

    save(path, made(), suffix=suffix)


def _maps(services: "Services", *, outside: bool = False) -> "Maps":
    from levers_app.desktop.map_data import maps  # noqa: PLC0415

    return maps(services, outside=outside)


def _areas() -> "tuple[Area, ...]":
    from levers_app.catalogue.outlines import load_outlines  # noqa: PLC0415
    from levers_app.desktop.map_france import areas  # noqa: PLC0415
    from levers_app.paths import outlines_file  # noqa: PLC0415

    return areas(load_outlines(outlines_file()))
