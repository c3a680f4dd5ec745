"""The list column: how many, how sorted, which kinds, which filters, and the rows."""

from html import escape

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from levers_app.catalogue.typography import quoted
from levers_app.desktop.chips import CountTab, SignButton
from levers_app.desktop.facet_bar import FacetBar
from levers_app.desktop.flow_layout import FlowLayout
from levers_app.desktop.icons import themed_icon
from levers_app.desktop.one_of import OneOf
from levers_app.desktop.place import KIND_LABELS, SORT_LABELS, SORTS, Order, Place
from levers_app.desktop.remark_box import RemarkBox
from levers_app.desktop.row_list import RowList
from levers_app.desktop.rows import Listing
from levers_app.desktop.shortcuts import shown_keys
from levers_app.desktop.theme import Theme

_TABS = {"": "Tout", **KIND_LABELS}


class ResultsPane(QFrame):
    """Head and list of a page.

    Signals:
        filters_changed: facet name -> slugs.
        sort_changed: name of the order.
        keep_wanted: the search is to be saved, or what is saved of it changed.
    """

    filters_changed = Signal(object)
    sort_changed = Signal(str)
    keep_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setProperty("look", "list")
        self._place = Place()
        self._heading = QLabel(self)
        self._heading.setProperty("role", "ui_strong")
        self.remarks = RemarkBox(theme, self)
        self._sort = SignButton(theme, self)
        self._sort.setPopupMode(SignButton.ToolButtonPopupMode.InstantPopup)
        self._sort_menu = QMenu(self._sort)
        self._sort_group = QActionGroup(self)
        self._sort_group.triggered.connect(self._choose_sort)
        self._sort.setMenu(self._sort_menu)
        self.keep = QToolButton(self)
        self.keep.setCheckable(True)
        self.keep.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.keep.clicked.connect(self._ask_keep)
        self._kept_name = ""
        self._tabs_row = QWidget(self)
        self._tabs_flow = FlowLayout(self._tabs_row, spacing=16, close=True)
        self._kinds = OneOf(self)
        self._tabs = {kind: self._tab(kind, label, theme) for kind, label in _TABS.items()}
        self.list = RowList(theme, "Résultats", self)
        self.facets = FacetBar(theme, self)
        self.facets.changed.connect(self._change_facets)
        self.facets.rebuilt.connect(self._order_tab_stops)
        self.remarks.rebuilt.connect(self._order_tab_stops)
        self._tabs_line = _line(self)
        self._head, self._filters = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self._heading, 1)
        first.addWidget(self._sort)
        first.addWidget(self.keep)
        self._head.addLayout(first)
        for widget in (self.remarks, self._tabs_row):
            self._head.addWidget(widget)
        self._filters.addWidget(self.facets)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addWidget(self._tabs_line)
        layout.addLayout(self._filters)
        layout.addWidget(_line(self))
        layout.addWidget(self.list, 1)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self._sort.set_theme(theme)
        self.remarks.set_theme(theme)
        self.keep.setIcon(themed_icon("bookmark", theme, checked="bookmark-filled"))
        self.keep.setIconSize(QSize(theme.px(18), theme.px(18)))
        for tab in self._tabs.values():
            tab.set_theme(theme)
        self._head.setContentsMargins(theme.px(20), theme.px(12), theme.px(16), 0)  # the ring of the order stands out
        self._head.setSpacing(theme.px(4))
        self._tabs_flow.setSpacing(theme.px(16))
        self._tabs_flow.set_least(theme.px(10))
        self._set_filters_apart()
        self.facets.set_theme(theme)
        self.list.set_theme(theme)
        self.list.setMinimumHeight(theme.px(40))  # open filters scroll before the list goes out of sight

    def _set_filters_apart(self) -> None:
        px, tabs, filters = self._theme.px, not self._tabs_row.isHidden(), not self.facets.isHidden()
        above = 12 if tabs else 8
        self._filters.setContentsMargins(px(20), px(above) if filters else 0, px(20), px(12))

    def show_listing(self, place: Place, listing: Listing) -> None:
        """Show the list of ``place``."""
        self._place = place
        self._heading.setText(listing.heading)
        self.remarks.show_remarks(listing.note, listing.remarks)
        self._show_tabs(listing)
        self._show_sorts(listing.order)
        self.facets.show_facets(listing.facets, place.filters)
        self.facets.setVisible(bool(listing.facets))
        self._set_filters_apart()
        self.list.set_rows(listing.rows, listing.total)
        order = f", par {SORT_LABELS[listing.order]}" if place.page in SORTS else ""
        self.list.setAccessibleName(f"Liste\u00a0: {listing.heading}{order}")

    def show_keep(self, *, possible: bool, name: str) -> None:
        """Offer to save the search where that is possible, or show that it is saved under ``name``."""
        self._kept_name = name
        self.keep.setVisible(possible)
        self.keep.setChecked(bool(name))
        label = f"Recherche enregistrée sous {quoted([name])}" if name else "Enregistrer la recherche"
        self.keep.setAccessibleName(label)
        self.keep.setToolTip(f"<p>{escape(label)} ({shown_keys('save_search')})</p>")

    @Slot()
    def _ask_keep(self) -> None:
        self.keep.setChecked(bool(self._kept_name))  # a click asks, and changes nothing by itself
        self.keep_wanted.emit()

    @Slot()
    def _order_tab_stops(self) -> None:
        """Tab goes down the head, filters included, then into the list; filters are made anew with each result."""
        head = [self._sort, self.keep, *self.remarks.tab_stops(), *self._tabs.values()]
        self._kinds.order((*head, *self.facets.tab_stops(), self.list))

    def _show_tabs(self, listing: Listing) -> None:
        for part in (self._tabs_row, self._tabs_line):
            part.setVisible(self._place.page == "search")
        chosen = (*self._place.filters.get("kind", ()), "")[0]
        for kind, tab in self._tabs.items():
            count = listing.kinds.get(kind, 0)
            if kind:  # how many there are in all is said above
                tab.show_count(count)
            tab.setChecked(kind == chosen)
            tab.setVisible(bool(count) or kind in {"", chosen})

    def _show_sorts(self, order: Order) -> None:
        """Offer the orders of the page; relevance only where words rank the rows."""
        sorts = [name for name in SORTS.get(self._place.page, ()) if name != "relevance" or order == name]
        self._sort.setVisible(len(sorts) > 1)
        for action in self._sort_group.actions():
            self._sort_group.removeAction(action)
        self._sort_menu.clear()
        for name in sorts:
            action = QAction(f"Par {SORT_LABELS[name]}", self._sort_menu, checkable=True)
            action.setData(name)
            action.setChecked(name == order)
            self._sort_group.addAction(action)
            self._sort_menu.addAction(action)
        self._sort.setText(f"tri\u00a0: {SORT_LABELS[order]}")
        self._sort.updateGeometry()
        self._sort.setAccessibleName(f"Tri, par {SORT_LABELS[order]}")

    def _tab(self, kind: str, label: str, theme: Theme) -> CountTab:
        tab = CountTab(kind, label, theme, self._tabs_row)
        tab.clicked.connect(self._choose_tab)
        self._kinds.add(tab)
        self._tabs_flow.addWidget(tab)
        return tab

    @Slot()
    def _choose_tab(self) -> None:
        kind = str(self.sender().property("kind"))
        filters = {name: slugs for name, slugs in self._place.filters.items() if name != "kind"}
        self.filters_changed.emit({**filters, "kind": (kind,)} if kind else filters)

    @Slot(object)
    def _change_facets(self, chosen: dict[str, tuple[str, ...]]) -> None:
        kind = self._place.filters.get("kind")
        self.filters_changed.emit({**chosen, "kind": kind} if kind else chosen)

    @Slot(QAction)
    def _choose_sort(self, action: QAction) -> None:
        self.sort_changed.emit(str(action.data()))


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("look", "line")
    line.setFixedHeight(1)
    return line
