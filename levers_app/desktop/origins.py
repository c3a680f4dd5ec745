"""From a sentence to what it comes from: one sheet is opened, among several the person chooses."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from levers_app.catalogue.typography import NBSP, shortened
from levers_app.desktop.line_rows import PAGE_MARK, RULE_MARK, LineRow
from levers_app.desktop.place import Place

if TYPE_CHECKING:
    from levers_app.desktop.navigator import Navigator

_LONGEST = 90


class Origins(QObject):
    """Opens what rows come from.

    Signals:
        rule_wanted: id of the rule that a sentence follows.
    """

    rule_wanted = Signal(str)

    def __init__(self, navigator: "Navigator", parent: QObject) -> None:
        """``navigator`` goes there."""
        super().__init__(parent)
        self._navigator = navigator

    def open(self, row: LineRow, titles: Mapping[str, str], view: QWidget, at: QPoint) -> None:
        """Go to what ``row`` comes from; a menu of several opens at ``at`` in ``view``."""
        records = row.records
        if not records:
            self.rule_wanted.emit(row.origins[0])
        elif records[0].startswith(PAGE_MARK):
            QDesktopServices.openUrl(QUrl(records[0]))
        elif len(records) == 1 and row.total <= 1:
            self._navigator.open(records[0])
        else:
            self._menu(row, titles, view).popup(view.mapToGlobal(at))

    def list_of(self, row: LineRow) -> Place:
        """Return the list that holds the examples of ``row``."""
        return Place(page="cases", sort="date", filters=dict(row.filters or ()))

    def _menu(self, row: LineRow, titles: Mapping[str, str], view: QWidget) -> QMenu:
        menu = QMenu(view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for id_ in row.records:
            words = shortened(titles.get(id_, id_), _LONGEST).replace("&", "&&")
            menu.addAction(words).triggered.connect(partial(self._navigator.open, id_))
        for id_ in row.origins:
            if id_.startswith(RULE_MARK):
                words = shortened(f"Règle{NBSP}: {titles.get(id_, id_)}", _LONGEST)
                menu.addAction(words).triggered.connect(partial(self.rule_wanted.emit, id_))
        if row.filters is not None:
            menu.addSeparator()
            everything = menu.addAction("Les voir en liste")
            everything.triggered.connect(partial(self._navigator.go, self.list_of(row)))
        menu.setActiveAction(menu.actions()[0])
        return menu
