"""What a note is made of: its items in order, what is added, and what is printed of each."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from levers_app.catalogue.brief import ActionsItem, Brief, ComparisonItem, Depth, Item, SheetItem, TextItem
from levers_app.desktop.brief_changes import comparison_of, inserted, moved, place_for, removed, with_depth, with_item
from levers_app.desktop.brief_contents_head import ContentsHead
from levers_app.desktop.brief_empty import EmptyNote
from levers_app.desktop.brief_item_menu import ItemMenu
from levers_app.desktop.brief_list import ItemList
from levers_app.desktop.brief_panel import ItemPanel
from levers_app.desktop.brief_rows import ItemRow
from levers_app.desktop.picker import Picker
from levers_app.desktop.theme import Theme

_LOW = 320
"""Under this height list and panel take turns."""
_EDGE = 4
_NO_TEXT = "Le paragraphe est retiré."


class BriefContents(QWidget):
    """The list, a line that finds sheets, and a panel for the chosen item.

    Signals:
        changed: the note as it is now, what kind of change it was, and what is said of it (nothing of small ones).
        add_wanted: id of a record to add, and its place.
        titles_wanted: the titles of all sheets are needed, as they are now.
        choice_wanted: place of a sheet whose sections are to be chosen for the first time.
        item_chosen: place of the item that is looked at.
        seen: place of a sheet whose change is accepted.
        open_wanted: id of a record.
        actions_wanted: the keyboard goes to the actions of the chosen item.
    """

    changed = Signal(object, str, str)
    add_wanted = Signal(str, int)
    titles_wanted = Signal()
    choice_wanted = Signal(int)
    item_chosen = Signal(int)
    seen = Signal(int)
    open_wanted = Signal(str)
    actions_wanted = Signal()

    def __init__(self, theme: Theme, territories: Mapping[str, str], parent: QWidget) -> None:
        """Begin empty; ``territories`` are slugs and what they are called. Tab goes from part to part as made here."""
        super().__init__(parent)
        self._theme = theme
        self._brief = Brief("")
        self._rows: tuple[ItemRow, ...] = ()
        self._low = self._entered = False
        self._head = ContentsHead(self)
        self.add = self._head.add
        self.finder = Picker(theme, self, placeholder="Titre d’une fiche…")
        self.finder.setAccessibleName("Chercher une fiche à ajouter")
        self.finder.hide()
        self.finder.edited.connect(self._add_found)
        self._knows_titles = False
        self._stack = QStackedWidget(self)
        self.list, self._empty = ItemList(theme, self._stack), EmptyNote(theme, self._stack)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self.panel = ItemPanel(theme, territories, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), 0, theme.px(20), theme.px(8))
        column.setSpacing(theme.px(4))
        column.addWidget(self._head)
        column.addWidget(self.finder)
        column.addWidget(self._stack, 1)
        column.addWidget(self.panel)
        column.addStretch()
        self._connect()

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.moved.connect(self.move_item)
        self.list.remove_wanted.connect(self.remove)
        self.list.edit_wanted.connect(self.edit)
        self.list.seen.connect(self.seen)
        self.list.add_wanted.connect(self.find_sheet)
        self.list.menu_wanted.connect(self._open_menu)
        self._head.sheet_wanted.connect(self.find_sheet)
        self._head.words_wanted.connect(self.add_paragraph)
        self._head.comparison_wanted.connect(self.add_comparison)
        self._head.actions_wanted.connect(self.add_actions)
        self._empty.sheet_wanted.connect(self.find_sheet)
        self._empty.words_wanted.connect(self.add_paragraph)
        self.panel.edited.connect(self._edit_item)
        self.panel.left.connect(self._leave_panel)
        self.panel.enter_wanted.connect(self.actions_wanted)

    # -- what is shown

    def show_brief(self, brief: Brief, rows: tuple[ItemRow, ...]) -> None:
        """Show the items of a note."""
        other = brief.id != self._brief.id
        self._brief, self._rows = brief, rows
        self._head.show_count(len(rows))
        if other:
            self.list.clearSelection()
            self.list.setCurrentIndex(self.list.rows.index(-1))
            self.close_finder()
        self.list.show_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        self._show_panel()

    def forget_titles(self) -> None:
        """Sheets may have other titles now: ask again when they are needed."""
        self._knows_titles = False

    def _want_titles(self) -> None:
        if not self._knows_titles:
            self._knows_titles = True
            self.titles_wanted.emit()

    def know_titles(
        self, titles: Mapping[str, str], names: Mapping[str, Sequence[str]], lines: Mapping[str, int]
    ) -> None:
        """Find sheets by these titles, by id.

        ``names`` are those that levers have beside, sigles among them, and ``lines`` their last lines in the journal,
        both by slug.
        """
        self.finder.set_known(titles, {f"lever:{slug}": called for slug, called in names.items()})
        levers = {id_.removeprefix("lever:"): t for id_, t in titles.items() if id_.startswith("lever:")}
        self.panel.know_levers({slug: title.rpartition(" · ")[0] for slug, title in levers.items()}, names, lines)

    def know_sections(self, record: str, sections: Sequence[tuple[str, str]]) -> None:
        """Take the sections of a record, key and title."""
        self.panel.know_sections(record, sections)
        self._share_room()

    @Slot()
    def take_focus(self) -> None:
        """Give the keyboard to the list, or to what begins a note."""
        if self._rows:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._empty.take_focus()

    # -- adding

    @Slot()
    def find_sheet(self) -> None:
        """Open the line that finds sheets."""
        self._want_titles()
        self.finder.show()
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def add_paragraph(self) -> None:
        """Put an empty paragraph under the chosen item, and the keyboard into it."""
        self._insert(TextItem())
        self._enter_panel()

    @Slot()
    def add_comparison(self) -> None:
        """Put a comparison of the levers of the note under the chosen item."""
        self._insert(comparison_of(self._brief))
        self._enter_panel()

    @Slot()
    def add_actions(self) -> None:
        """Put a table of actions under the chosen item, and the keyboard into it."""
        self._insert(ActionsItem())
        self.actions_wanted.emit()

    def _insert(self, item: Item) -> None:
        place = self._next_place()
        self.changed.emit(inserted(self._brief, place, item), "", "")
        self.list.choose(place)

    @Slot()
    def close_finder(self) -> None:
        """Take the line away that finds sheets."""
        self.finder.show_value(())
        self.finder.hide()

    @Slot()
    def _add_found(self) -> None:
        found = self.finder.value()
        self.finder.show_value(())
        for record in found:
            chosen = self.list.current() >= 0
            self.add_wanted.emit(record, self._next_place() if chosen else place_for(self._brief, record))

    def _next_place(self) -> int:
        place = self.list.current()
        return len(self._rows) if place < 0 else place + 1

    # -- changing

    @Slot(int, int)
    def move_item(self, place: int, to: int) -> None:
        """Put an item at another place."""
        self.changed.emit(moved(self._brief, place, to), f"ordre:{self._brief.id}", "")
        self.list.choose(to)

    @Slot(int)
    def remove(self, place: int) -> None:
        """Take an item out."""
        title = self._rows[place].title
        item = self._brief.items[place]
        blank = isinstance(item, TextItem) and not item.text.strip()
        said = _NO_TEXT if isinstance(item, TextItem) else f"«\u00a0{title}\u00a0» est retiré de la note."
        self.changed.emit(removed(self._brief, place), "", "" if blank else said)
        self.take_focus()

    @Slot(int)
    def edit(self, place: int) -> None:
        """Enter: into the actions, the panel of the item, or the menu of its depths."""
        if isinstance(self._item(place), ActionsItem):
            self.actions_wanted.emit()
        elif not self._enter_panel():
            self._open_menu(place, self.list.menu_place(place))

    @Slot()
    def _enter_panel(self) -> bool:
        """Give the keyboard to the panel; false when there is nothing in it."""
        self._entered = True
        self._show_panel()
        entered = self.panel.take_focus()
        self._entered = entered
        self._share_room()
        return entered

    @Slot()
    def _leave_panel(self) -> None:
        self._entered = False
        self._show_panel()
        self.take_focus()

    def _show_panel(self) -> None:
        item = self._item(self.list.current())
        if isinstance(item, ComparisonItem):
            self._want_titles()
        self.panel.show_item(item)
        self._entered = self._entered and not self.panel.isHidden()
        self._share_room()

    @Slot(object)
    def _edit_item(self, item: Item) -> None:
        place = self.list.current()
        if place >= 0 and item != self._item(place):
            self.changed.emit(with_item(self._brief, place, item), f"item:{place}", "")

    @Slot(int)
    def _choose(self, place: int) -> None:
        self._entered = False
        self._show_panel()
        if place >= 0:
            self.item_chosen.emit(place)

    def _item(self, place: int) -> Item | None:
        return self._brief.items[place] if 0 <= place < len(self._brief.items) else None

    @Slot(int, QPoint)
    def _open_menu(self, place: int, at: QPoint) -> None:
        item = self._brief.items[place]
        menu = ItemMenu(item, place, len(self._rows), self, changed=self._rows[place].seen)
        menu.depth_chosen.connect(partial(self._set_depth, place))
        menu.edit_wanted.connect(partial(self.edit, place))
        menu.panel_wanted.connect(self._enter_panel)
        menu.seen.connect(partial(self.seen.emit, place))
        menu.remove_wanted.connect(partial(self.remove, place))
        menu.moved.connect(lambda step: self.move_item(place, place + step))
        if isinstance(item, SheetItem):
            menu.open_wanted.connect(partial(self.open_wanted.emit, item.record))
        menu.popup(at)

    def _set_depth(self, place: int, depth: Depth) -> None:
        item = self._item(place)
        if depth == "chosen" and isinstance(item, SheetItem) and not item.sections:
            self.choice_wanted.emit(place)
        else:
            self.changed.emit(with_depth(self._brief, place, depth), f"contenu:{place}", "")

    # -- parts

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel takes half of the room at most; where there is little, it takes turns with the list."""
        super().resizeEvent(event)
        low = self.height() < self._theme.px(_LOW)
        if low != self._low:
            self._low = low
            self._show_panel()
        self._share_room()

    def _share_room(self) -> None:
        alone = self._low and self._entered
        for part in (self._head, self._stack):
            part.setVisible(not alone)
        self.panel.set_room(self._room() if alone else self.height() // 2)
        if self._low and not alone:
            self.panel.hide()

    def _room(self) -> int:
        """Return how high the panel can be where it stands alone."""
        finder = 0 if self.finder.isHidden() else self.finder.height()
        return self.height() - finder - self._theme.px(3 * _EDGE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the line that finds sheets, then goes back to the list."""
        if event.key() == Qt.Key.Key_Escape and not self.finder.isHidden():
            self.close_finder()
            self.take_focus()
        else:
            super().keyPressEvent(event)
