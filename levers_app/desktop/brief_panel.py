"""What can be changed of the chosen item, under the list: a paragraph, chosen sections, the levers of a comparison."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from levers_app.catalogue.brief import (
    FEWEST_COMPARED,
    MOST_COMPARED,
    ActionsItem,
    ComparisonItem,
    Item,
    SheetItem,
    TextItem,
    side_by_side,
)
from levers_app.desktop.action_options import ActionOptions
from levers_app.desktop.brief_text import ParagraphPanel, way_back
from levers_app.desktop.dialogs import text_label
from levers_app.desktop.entry_fields import LineEditor
from levers_app.desktop.flow_layout import clear_layout
from levers_app.desktop.picker import Picker
from levers_app.desktop.theme import Theme


class _Sections(QWidget):
    """A box a section."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._offered: tuple[tuple[str, str], ...] = ()
        inside = QWidget(self)
        self._boxes = QVBoxLayout(inside)
        self._boxes.setContentsMargins(0, 0, 0, 0)
        self._boxes.setSpacing(theme.px(2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        self._close = way_back(theme, self, self.left)
        column.addLayout(_head("Rubriques imprimées", self._close, self))
        column.addWidget(inside)

    def show_sections(self, offered: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        if tuple(offered) != self._offered:
            self._offered = tuple(offered)
            clear_layout(self._boxes)
            for key, title in offered:
                box = QCheckBox(title.replace("&", "&&"), self)
                box.setProperty("key", key)
                box.clicked.connect(self._tell)
                self._boxes.addWidget(box)
            for before, after in pairwise((self._close, *self.boxes())):
                QWidget.setTabOrder(before, after)
        for box in self.boxes():
            box.setChecked(box.property("key") in chosen)

    def boxes(self) -> list[QCheckBox]:
        return [box for box in self.findChildren(QCheckBox) if not box.isHidden()]

    @Slot()
    def _tell(self) -> None:
        chosen = {box.property("key") for box in self.boxes() if box.isChecked()}
        self.edited.emit(tuple(key for key, _ in self._offered if key in chosen))


class _Compared(QWidget):
    """The levers of a comparison, and its title."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._seen: Mapping[str, int] = {}
        self._lines: Mapping[str, int] = {}
        self.levers = Picker(theme, self, placeholder="Ajouter un levier…")
        self.levers.setAccessibleName("Leviers comparés")
        self.title = LineEditor(self, placeholder="Titre, facultatif")
        self.title.setAccessibleName("Titre du comparatif")
        self._remark = text_label("", self, role="quiet")
        self.title.edited.connect(self._tell)
        self.levers.edited.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(_head("Leviers comparés", way_back(theme, self, self.left), self))
        for part in (self.levers, self._remark, self.title):
            column.addWidget(part)

    def know(self, levers: Mapping[str, str], names: Mapping[str, Sequence[str]], lines: Mapping[str, int]) -> None:
        self._lines = lines
        self.levers.set_known(levers, names)

    def show_item(self, item: ComparisonItem) -> None:
        self._seen = item.seen
        self.title.show_value(item.title)
        self.levers.show_value(item.levers)
        few, full = len(item.levers) < FEWEST_COMPARED, len(item.levers) == MOST_COMPARED
        self._remark.setText(
            "Choisissez au moins deux leviers." if few else "Quatre leviers tiennent sur une page." if full else ""
        )
        self._remark.setVisible(few or full)

    @Slot()
    def _tell(self) -> None:
        chosen = self.levers.value()[:MOST_COMPARED]
        seen = {slug: self._seen.get(slug, self._lines.get(slug, 0)) for slug in chosen}
        self.edited.emit(side_by_side(seen, self.title.value()))


def _head(title: str, close: QWidget, parent: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(text_label(title, parent, role="ui_strong"), 1)
    row.addWidget(close)
    return row


class ItemPanel(QScrollArea):
    """Hidden for items of which nothing is to be changed here; it scrolls where there is little room.

    Signals:
        edited: the item as it is now.
        sections_wanted: id of a record whose sections are to be given to :meth:`know_sections`.
        left: the keyboard goes back to the list.
        enter_wanted: the actions of a plan are to be changed, which takes more room.
        territory_chosen, carriers_wanted: of a plan, as :class:`ActionOptions` tells them.
    """

    edited = Signal(object)
    sections_wanted = Signal(str)
    left = Signal()
    enter_wanted = Signal()
    territory_chosen = Signal(str)
    carriers_wanted = Signal()

    def __init__(self, theme: Theme, territories: Mapping[str, str], parent: QWidget) -> None:
        """Begin hidden; ``territories`` are slugs and what they are called."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._parts = QStackedWidget(self)
        self._most = 0
        self._sight = QTimer(self, singleShot=True, interval=0)
        self._sight.timeout.connect(self._keep_in_sight)
        QApplication.instance().focusChanged.connect(self._keep_in_sight)  # type: ignore[union-attr]
        self._item: Item | None = None
        self._known: dict[str, tuple[tuple[str, str], ...]] = {}
        self.paragraph = ParagraphPanel(theme, self)
        self._sections, self._compared = _Sections(theme, self), _Compared(theme, self)
        self._actions = ActionOptions(theme, territories, self)
        for part in (self.paragraph, self._sections, self._compared, self._actions):
            self._parts.addWidget(part)
            part.installEventFilter(self)
        self.setWidget(self._parts)
        for ground in (self._parts, self.viewport()):
            ground.setAutoFillBackground(False)
        self.paragraph.edited.connect(self._take_text)
        for part in (self.paragraph, self._sections, self._compared):
            part.left.connect(self.left)
        self._sections.edited.connect(self._take_sections)
        self._compared.edited.connect(self.edited)
        self._actions.edited.connect(self.edited)
        self._actions.enter_wanted.connect(self.enter_wanted)
        self._actions.territory_chosen.connect(self.territory_chosen)
        self._actions.carriers_wanted.connect(self.carriers_wanted)
        self.hide()

    def know_levers(
        self, levers: Mapping[str, str], names: Mapping[str, Sequence[str]], lines: Mapping[str, int]
    ) -> None:
        """Offer these levers for comparisons, by all their ``names``; ``lines`` are their last journal lines."""
        self._compared.know(levers, names, lines)
        if isinstance(self._item, ComparisonItem):
            self._compared.show_item(self._item)

    def know_sections(self, record: str, sections: Sequence[tuple[str, str]]) -> None:
        """Take the sections of a record, key and title."""
        self._known[record] = tuple(sections)
        self.show_item(self._item)

    def show_item(self, item: Item | None) -> None:
        """Show what can be changed of ``item``."""
        self._item = item
        match item:
            case TextItem(text):
                self.paragraph.show_text(text)
                self._front(self.paragraph)
            case SheetItem(record, "chosen", sections):
                if record not in self._known:
                    self.hide()
                    self.sections_wanted.emit(record)
                    return
                self._sections.show_sections(self._known[record], sections)
                self._front(self._sections) if self._known[record] else self.hide()
            case ComparisonItem():
                self._compared.show_item(item)
                self._front(self._compared)
            case ActionsItem():
                self._actions.show_item(item)
                self._front(self._actions)
            case _:
                self.hide()

    def take_focus(self) -> bool:
        """Give the keyboard to what is shown; false when nothing is."""
        if self.isHidden():
            return False
        part = self._parts.currentWidget()
        if part is self.paragraph:
            self.paragraph.take_focus()
        elif part is self._compared:
            self._compared.levers.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif part is self._actions:
            self._actions.take_focus()
        elif boxes := self._sections.boxes():
            boxes[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def set_room(self, most: int) -> None:
        """Be no higher than ``most``: the list beside it is what one looks at, or there is no more room."""
        self._most = most
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Parts are as wide as the panel: their long words are cut."""
        super().resizeEvent(event)
        self._parts.setFixedWidth(self.viewport().width())
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as high as the part that is shown when it needs another height: names came, or a line more."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._parts.currentWidget():
            self._fit()
        return super().eventFilter(watched, event)

    def _front(self, part: QWidget) -> None:
        self._parts.setCurrentWidget(part)
        self.show()
        self._fit()

    def _fit(self) -> None:
        part = self._parts.currentWidget()
        if part is not None:
            wide = self.viewport().width()
            high = part.heightForWidth(wide) if part.hasHeightForWidth() else part.sizeHint().height()
            self._parts.setFixedHeight(high)
            self.setFixedHeight(min(high, self._most) if self._most else high)
            self._sight.start()  # once all parts have their size

    @Slot()
    def _keep_in_sight(self) -> None:
        """Scroll to what has the keyboard, however it came there: by Tab alone, Qt does so too."""
        focus = QApplication.focusWidget()
        if focus is not None and self._parts.isAncestorOf(focus):
            self.ensureWidgetVisible(focus)

    @Slot(str)
    def _take_text(self, text: str) -> None:
        self._fit()
        self.edited.emit(TextItem(text))

    @Slot(object)
    def _take_sections(self, sections: tuple[str, ...]) -> None:
        if isinstance(self._item, SheetItem):
            self.edited.emit(replace(self._item, sections=sections))
