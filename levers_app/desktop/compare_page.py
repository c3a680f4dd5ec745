"""The page on which levers stand side by side."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.desktop.compare_data import Compared, shortened_rows
from levers_app.desktop.compare_table import CompareTable
from levers_app.desktop.dialogs import plain_button, text_label
from levers_app.desktop.flow_layout import FlowLayout
from levers_app.desktop.icons import themed_icon
from levers_app.desktop.picker import Picker
from levers_app.desktop.states import StatePage, WayOn
from levers_app.desktop.theme import Theme
from levers_app.sheets.wording import in_words

_WAYS: Sequence[WayOn] = (
    WayOn("levers:controle-acces,mediation-sociale,videoprotection", "Contrôle d’accès, médiation, vidéoprotection"),
    WayOn("page:levers", "Parcourir les leviers"),
    WayOn("page:situation", "Partir d’une situation"),
)
_TITLE_FROM = 420
"""In a page lower than this, the title is small and buttons show their icon alone."""


class ComparePage(QWidget):
    """Head with the levers as chips, then the table; it only tells what was asked.

    Signals:
        levers_chosen: slugs to be compared.
        opened: the lines of a cell, and the id of its lever.
        copy_wanted, print_wanted: what to do with the table.
        way_chosen: key of a way on where there are too few levers.
    """

    levers_chosen = Signal(object)
    opened = Signal(object, str)
    copy_wanted = Signal()
    print_wanted = Signal()
    way_chosen = Signal(str)

    def __init__(self, theme: Theme, vocabulary: Vocabulary, parent: QWidget) -> None:
        """Begin without levers."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._shown = Compared(())
        self.table = CompareTable(theme, vocabulary, self)
        self.table.opened.connect(self.opened)
        self._state = StatePage(theme, self)
        self._state.chosen.connect(self.way_chosen)
        for keys, signal in (("Ctrl+P", self.print_wanted), ("Ctrl+Shift+C", self.copy_wanted)):
            # The actions of the window with these keys are for sheets, and rest here.
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(signal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        self._below = QStackedLayout()
        self._below.addWidget(self._state)
        self._below.addWidget(self.table)
        column.addLayout(self._below, 1)

    def _head(self) -> QWidget:
        px = self._theme.px
        head = QFrame(self)
        head.setProperty("look", "page_head")
        self._title = text_label("Comparer", head, role="page")
        self._title.setWordWrap(False)
        self._differing = QCheckBox("Différences seulement", head)
        self._whole = QCheckBox("Cellules entières", head)
        for box in (self._differing, self._whole):
            box.clicked.connect(self._show_rows)
        self._copy = self._button("Copier", "copy", head)
        self._copy.clicked.connect(self.copy_wanted)
        self._print = self._button("Imprimer", "printer", head)
        self._print.clicked.connect(self.print_wanted)
        self.levers = Picker(self._theme, head, placeholder="Ajouter un levier")
        self.levers.setAccessibleName("Leviers à comparer, de deux à quatre")
        self.levers.edited.connect(self._tell)
        first = QHBoxLayout()
        first.addWidget(self._title)
        self._tools = FlowLayout(spacing=px(12), trailing=True)
        for part in (self._differing, self._whole, self._copy, self._print):
            self._tools.addWidget(part)
        first.addLayout(self._tools, 1)
        column = QVBoxLayout(head)
        column.setContentsMargins(px(20), px(12), px(20), px(12))
        column.setSpacing(px(8))
        column.addLayout(first)
        column.addWidget(self.levers)
        return head

    def _button(self, label: str, icon: str, parent: QWidget) -> QPushButton:
        button = plain_button(f"\u2002{label}", parent)
        button.setIcon(themed_icon(icon, self._theme, token="ink"))
        button.setIconSize(QSize(self._theme.px(18), self._theme.px(18)))
        button.setAccessibleName(label)
        button.setToolTip(label)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low page the table has the room of the buttons' words, and of a large title."""
        super().resizeEvent(event)
        low = event.size().height() < self._theme.px(_TITLE_FROM)
        for button in (self._copy, self._print):
            button.setText("" if low else f"\u2002{button.accessibleName()}")
        self._title.setProperty("role", "section" if low else "page")
        self._title.style().unpolish(self._title)
        self._title.style().polish(self._title)
        self._name()

    def set_levers(self, labels: Mapping[str, str], names: Mapping[str, Sequence[str]]) -> None:
        """Offer these levers."""
        self.levers.set_known(labels, names)

    def show_compared(self, shown: Compared) -> None:
        """Show levers side by side, or what to do when there are too few or too many."""
        self._shown = shown
        self.levers.show_value(shown.slugs)
        count = len(shown.heads)
        self._name()
        for part in (self._differing, self._whole, self._copy, self._print):
            part.setVisible(bool(count))
        if count:
            self._show_rows()
            self._below.setCurrentWidget(self.table)
        else:
            self._state.show_state("Des leviers côte à côte", shown.remark, _WAYS if not shown.slugs else ())
            self._below.setCurrentWidget(self._state)

    def _name(self) -> None:
        """Say how many levers are compared, where the title has room for that beside the buttons."""
        count, px = len(self._shown.heads), self._theme.px
        whole = f"Comparer {in_words(count)} leviers" if count else "Comparer"
        tools = self._tools.wanted_width()
        self._title.setText(whole)
        fits = self._title.sizeHint().width() + tools + 3 * px(20) <= self.width()
        self._title.setText(whole if fits else "Comparer")

    @property
    def shown(self) -> Compared:
        """What is shown."""
        return self._shown

    def take_focus(self) -> None:
        """Give the keyboard to the table, or to the line that adds levers."""
        if self._shown.heads:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.levers.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def panes(self) -> list[QWidget]:
        """What F6 goes to."""
        return [self.levers, self.table]

    @Slot()
    def _show_rows(self) -> None:
        rows = shortened_rows(self._shown.rows, whole=self._whole.isChecked(), differing=self._differing.isChecked())
        self.table.show_rows(self._shown, rows)

    @Slot()
    def _tell(self) -> None:
        self.levers_chosen.emit(self.levers.value())
