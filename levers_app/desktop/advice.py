"""The pages that answer from all of the base: diagnosis, comparison, map; each is built when it is first opened."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from levers_app.desktop.compare_desk import CompareDesk
from levers_app.desktop.map_desk import MapDesk
from levers_app.desktop.messages import Toasts
from levers_app.desktop.place import Place
from levers_app.desktop.situation_desk import SituationDesk

if TYPE_CHECKING:
    from levers_app.desktop.pdf_saving import FolderMemory
    from levers_app.desktop.window import MainWindow
    from levers_app.services import Services


class Advice(QObject):
    """Joins these pages to the window."""

    def __init__(self, window: "MainWindow", toasts: Toasts, pdf_folder: "FolderMemory") -> None:
        """Build no page yet; ``pdf_folder`` remembers where the last PDF went."""
        super().__init__(window)
        self._window = window
        self.situation = SituationDesk(window, toasts)
        self.compare = CompareDesk(window, toasts, pdf_folder)
        self.map = MapDesk(window, toasts, pdf_folder)
        self.situation.compare_wanted.connect(self.compare.open)

    def begin(self, services: "Services") -> None:
        """Use the open base, and show what was asked for meanwhile."""
        self.situation.begin(services)
        self.compare.begin(services)
        self.map.begin(services)
        self.show_place(self._window.navigator.place)

    @property
    def busy(self) -> bool:
        """Whether a page waits to answer, or to be kept; tests wait for that."""
        return self.situation.busy

    @property
    def panes(self) -> list[QWidget]:
        """What F6 goes to on the page in front."""
        match self._window.navigator.place.page:
            case "compare":
                return self.compare.panes
            case "map":
                return self.map.panes
            case _:
                return self.situation.panes

    def show_place(self, place: Place) -> None:
        """Bring the page of ``place`` to the front, if it is one of these."""
        if place.page == "situation":
            self.situation.show()
        elif place.page == "compare":
            self.compare.show(place)
        elif place.page == "map":
            self.map.show(place)
