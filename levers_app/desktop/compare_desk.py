"""Comparing levers: gathers them from everywhere, shows them, copies and prints the table."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Slot
from PySide6.QtGui import QGuiApplication

from levers_app.catalogue.brief import MOST_COMPARED
from levers_app.catalogue.records import slug_of
from levers_app.desktop.advice_desk import AdviceDesk
from levers_app.desktop.dialogs import Choice
from levers_app.desktop.messages import Toasts
from levers_app.desktop.place import Place
from levers_app.insight.facts import PUBLISHED

if TYPE_CHECKING:
    from levers_app.desktop.compare_data import Compared
    from levers_app.desktop.compare_page import ComparePage
    from levers_app.desktop.lever_names import LeverNames
    from levers_app.desktop.pdf_saving import FolderMemory
    from levers_app.desktop.printing import Printing
    from levers_app.desktop.window import MainWindow
    from levers_app.insight.facts import Line
    from levers_app.services import Services


class CompareDesk(AdviceDesk["ComparePage"]):
    """Owns the page and the levers on it."""

    def __init__(self, window: "MainWindow", toasts: Toasts, pdf_folder: "FolderMemory") -> None:
        """``pdf_folder`` remembers where the last PDF went."""
        super().__init__(window, toasts)
        self._pdf_folder = pdf_folder
        self._printing: Printing | None = None
        self._slugs: tuple[str, ...] = ()

    # -- opening

    def show(self, place: Place) -> None:
        """Show the levers of a place; those compared last when it names none."""
        from levers_app.desktop.compare_data import slugs_of  # noqa: PLC0415 - when the page is opened

        services = self._services
        if services is None:
            return
        if place.record:
            self._slugs = slugs_of(place.record)
        self._bring_to_front("")
        self._ask(services)

    def _ask(self, services: "Services") -> None:
        self._ask_for(partial(_compared, services, self._slugs), self._show)

    def _show(self, found: "tuple[Compared, LeverNames]") -> None:
        shown, (labels, names) = found
        self.page.set_levers(labels, names)
        self.page.show_compared(shown)
        count = len(shown.heads)
        self._window.status.show_page(f"{count} leviers sur {MOST_COMPARED} au plus" if count else "")
        self._give_keyboard()

    # -- choosing

    @Slot(object)
    def open(self, slugs: Iterable[str]) -> None:
        """Compare these levers; back leads where one was."""
        from levers_app.desktop.compare_data import record_of  # noqa: PLC0415 - when levers are compared

        chosen = tuple(dict.fromkeys(slugs))[:MOST_COMPARED]
        self._window.navigator.go(Place(page="compare", record=record_of(chosen)))

    @Slot(object)
    def _choose(self, slugs: tuple[str, ...]) -> None:
        if len(slugs) > MOST_COMPARED:
            self._toasts.show(f"On compare {MOST_COMPARED} leviers au plus\u00a0: retirez-en un d’abord.")
            self.page.levers.show_value(self._slugs)
        else:
            self.open(slugs)

    def add(self, record_id: str) -> None:
        """Put the lever of a sheet or of a row beside those that are compared; anything else is no lever."""
        kind, _, slug = record_id.partition(":")
        if kind != "lever":
            self._toasts.show("Seuls les leviers se comparent.")
            return
        others = tuple(each for each in self._slugs if each != slug)
        if len(others) >= MOST_COMPARED:
            others = others[1 - MOST_COMPARED :]
        self._slugs = (*others, slug)
        count = len(self._slugs)
        said = "Un levier à comparer." if count == 1 else f"{count} leviers à comparer."
        self._toasts.show(said, Choice("Comparer", partial(self.open, self._slugs)))

    @Slot(str)
    def _go_on(self, key: str) -> None:
        kind, _, value = key.partition(":")
        if kind == "page":
            self._window.navigator.go_page(value)
        else:
            self.open(value.split(","))

    @Slot(object, str)
    def _open_cell(self, cell: "tuple[Line, ...]", lever: str) -> None:
        """Open the sheet, or the list of the examples that a cell counts."""
        if any(id_.startswith("case:") for line in cell for id_ in line.origins):
            filters = {"lever": (slug_of(lever),), "status": (PUBLISHED,)}
            self._window.navigator.go(Place(page="cases", sort="date", filters=filters))
        else:
            self._window.navigator.open(lever)

    # -- letting out

    @Slot()
    def copy(self) -> None:
        """Put the table on the clipboard, without restricted examples."""
        from levers_app.desktop.compare_data import as_html, as_text  # noqa: PLC0415 - the page is open

        data = QMimeData()
        data.setText(as_text(self.page.shown))
        data.setHtml(as_html(self.page.shown))
        QGuiApplication.clipboard().setMimeData(data)
        self._toasts.show("La comparaison est copiée.")

    @Slot()
    def print(self) -> None:
        """Print the table on one page in landscape."""
        from levers_app.desktop.compare_data import brief_of  # noqa: PLC0415 - the page is open
        from levers_app.desktop.paper import brief_order  # noqa: PLC0415

        services, shown = self._services, self.page.shown
        if services is None or not shown.heads:
            return
        brief = brief_of(shown.slugs, [head.title for head in shown.heads])
        jobs = self._window.jobs
        self._printer().ask(brief_order(brief.name, partial(services.edition, brief), lambda: jobs.closing))

    def _printer(self) -> "Printing":
        if self._printing is None:
            from levers_app.desktop.pdf_saving import PdfSaving  # noqa: PLC0415 - when something is printed
            from levers_app.desktop.printing import Printing  # noqa: PLC0415

            window, jobs = self._window, self._window.jobs
            saving = PdfSaving(window, jobs, self._toasts, self._pdf_folder)
            self._printing = Printing(window, jobs, self._toasts, saving)
        return self._printing

    # -- parts

    def _made(self, services: "Services") -> "ComparePage":
        from levers_app.desktop.compare_page import ComparePage  # noqa: PLC0415 - most days nobody opens it

        page = ComparePage(self._window.look.theme, services.vocabulary, self._window.pages)
        page.levers_chosen.connect(self._choose)
        page.opened.connect(self._open_cell)
        page.copy_wanted.connect(self.copy)
        page.print_wanted.connect(self.print)
        page.way_chosen.connect(self._go_on)
        return page

    def _show_again(self, services: "Services", old: "ComparePage") -> None:
        self._ask(services)


# On workers, and imported there.


def _compared(services: "Services", slugs: tuple[str, ...]) -> "tuple[Compared, LeverNames]":
    from levers_app.desktop.compare_data import compared  # noqa: PLC0415
    from levers_app.desktop.lever_names import lever_names  # noqa: PLC0415

    return compared(services, slugs), lever_names(services)
