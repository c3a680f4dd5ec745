"""The head of a sheet: kind, title, facts, the two depths, and what can be done with the sheet."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from levers_app.desktop.chips import CountTab
from levers_app.desktop.contents_list import Entry
from levers_app.desktop.icons import themed_icon
from levers_app.desktop.marks import mark_pixmap
from levers_app.desktop.one_of import OneOf
from levers_app.desktop.place import Depth
from levers_app.desktop.sheet_facts import FactsRow
from levers_app.desktop.sheet_title import WrappedTitle
from levers_app.desktop.theme import Theme
from levers_app.sheets.document import Document

_NB = "\u00a0"
_AROUND = 7
"""Between the edge of a button and its icon: buttons stand out by as much, so that icons end where the text does."""


class SheetHeader(QWidget):
    """Stands above the text and does not scroll with it.

    Signals:
        depth_chosen: ``essential`` or ``full``, chosen by the person.
        favourite_toggled: whether the sheet is a favourite now.
        goal_chosen: key of the part chosen in the drop-down contents.
        note_asked: the sheet is to go into the note.
        edit_asked, copy_asked, pdf_asked, print_asked, reading_asked: a button was pressed.
        compare_asked, history_asked, delete_asked, local_asked, original_asked: an entry of the menu was chosen.
    """

    depth_chosen = Signal(str)
    favourite_toggled = Signal(bool)
    goal_chosen = Signal(str)
    note_asked = Signal()
    edit_asked = Signal()
    history_asked = Signal()
    delete_asked = Signal()
    local_asked = Signal()
    original_asked = Signal()
    compare_asked = Signal()
    copy_asked = Signal()
    pdf_asked = Signal()
    print_asked = Signal()
    reading_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty at first."""
        super().__init__(parent)
        self._theme = theme
        self._icons: dict[QToolButton, str] = {}
        self._compact = self._low = False
        self._beside = 0
        self._make_head(theme)
        self._make_actions()
        self._make_more()
        self._make_tabs()
        self._lay_out()
        self.set_theme(theme)

    # -- parts

    def _make_head(self, theme: Theme) -> None:
        self._sign = QLabel(self)
        self._kind = QLabel(self)
        self._kind.setTextFormat(Qt.TextFormat.PlainText)
        self._kind.setProperty("ink", "2")
        self.title = WrappedTitle("sheet", theme, self)
        self._facts = FactsRow(theme, self)
        self._facts.compare.clicked.connect(self.original_asked)

    def _make_actions(self) -> None:
        self.favourite = self._icon_button("star", "Ajouter aux favoris", "Ctrl + D")
        self.favourite.setCheckable(True)
        self.favourite.clicked.connect(self._toggle_favourite)
        self._edit = self._icon_button("pencil", "Modifier l’exemple", "Ctrl + E")
        self._edit.clicked.connect(self.edit_asked)
        self._edit.hide()
        self._editable = False
        self._copy = self._icon_button("copy", "Copier la fiche", "Ctrl + Maj + C")
        self._copy.clicked.connect(self.copy_asked)
        self._note = self._icon_button("file-plus", "Ajouter à la note", "Ctrl + B")
        self._note.clicked.connect(self.note_asked)
        self._pdf = self._icon_button("download", "Enregistrer en PDF", "Ctrl + Maj + S")
        self._pdf.clicked.connect(self.pdf_asked)
        self._print = self._icon_button("printer", "Imprimer", "Ctrl + P")
        self._print.clicked.connect(self.print_asked)

    def _make_more(self) -> None:
        self._more = self._icon_button("dots", "Autres actions\u00a0: historique, suppression")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._more)
        menu.addAction("Copier la fiche").triggered.connect(self.copy_asked)
        menu.addAction("Enregistrer en PDF…").triggered.connect(self.pdf_asked)
        self._compare = menu.addAction("Comparer à d’autres leviers")
        self._compare.triggered.connect(self.compare_asked)
        menu.addSeparator()
        self._past = menu.addAction("Historique…")
        self._past.triggered.connect(self.history_asked)
        self._local = menu.addAction("Chez nous…")
        self._local.triggered.connect(self.local_asked)
        self.prints_local = menu.addAction("Copier et imprimer aussi «\u00a0Chez nous\u00a0»")
        self.prints_local.setCheckable(True)
        self._original = menu.addAction("Comparer à l’original…")
        self._original.triggered.connect(self.original_asked)
        self._delete = menu.addAction("Supprimer l’exemple")
        self._delete.triggered.connect(self.delete_asked)
        self._more.setMenu(menu)
        self._recorded = False

    def _make_tabs(self) -> None:
        self._depths = OneOf(self)
        self.essential = self._tab("L’essentiel", "Ctrl + 1")
        self.full = self._tab("Fiche complète", "Ctrl + 2")
        self._depths.buttonClicked.connect(self._choose_depth)
        self.contents = self._icon_button("list", "Sommaire")
        self.contents.setText("\u2002Sommaire")
        self.contents.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.contents)
        self._menu.triggered.connect(self._choose_goal)
        self.contents.setMenu(self._menu)
        self._reading = self._icon_button("maximize", "Agrandir la fiche", "Ctrl + Maj + F")
        self._reading.clicked.connect(self.reading_asked)

    def _icon_button(self, icon: str, label: str, keys: str = "") -> QToolButton:
        button = QToolButton(self)
        self._icons[button] = icon
        _name(button, label, keys)
        return button

    def _tab(self, label: str, keys: str) -> CountTab:
        tab = CountTab("", label, self._theme, self)
        _name(tab, label, keys)
        self._depths.add(tab)
        return tab

    def _lay_out(self) -> None:
        head = self._head = QHBoxLayout()
        head.setSpacing(0)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._sign)
        head.addWidget(self._kind, 1)
        for button in (self.favourite, self._note, self._edit, self._copy, self._pdf, self._print, self._more):
            head.addWidget(button)
        self._tabs = QHBoxLayout()
        self._tabs.addWidget(self.essential, 0, Qt.AlignmentFlag.AlignBottom)
        self._tabs.addWidget(self.full, 0, Qt.AlignmentFlag.AlignBottom)
        self._tabs.addStretch(1)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        tools.addWidget(self.contents)
        tools.addWidget(self._reading)
        self._tabs.addLayout(tools)
        line = QFrame(self)
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addLayout(head)
        self._words, self._line = QVBoxLayout(), QHBoxLayout()
        self._words.setSpacing(0)
        self._words.addWidget(self.title)
        self._words.addWidget(self._facts)
        self._line.addWidget(line)
        column.addLayout(self._words)
        column.addLayout(self._tabs)
        column.addLayout(self._line)

    # -- contents

    def set_theme(self, theme: Theme) -> None:
        """Use another look."""
        self._theme = theme
        for button, icon in self._icons.items():
            button.setIcon(themed_icon(icon, theme, checked="star-filled" if icon == "star" else ""))
            button.setIconSize(QSize(theme.px(18), theme.px(18)))
            button.setFont(theme.font("ui"))
        for tab in (self.essential, self.full):
            tab.set_theme(theme)
        self._kind.setFont(theme.font("label"))
        self._kind.setContentsMargins(theme.px(8), 0, 0, 0)
        self.title.setContentsMargins(0, theme.px(4), 0, 0)
        self._facts.setContentsMargins(0, theme.px(8), 0, 0)
        self._tabs.setSpacing(theme.px(24))
        self._tabs.setContentsMargins(0, theme.px(8), 0, 0)

    def show_head(self, document: Document, depth: Depth, *, favourite: bool) -> None:
        """Show the head of another sheet."""
        theme = self._theme
        mark = document.family or document.kind
        self._sign.setPixmap(mark_pixmap(mark, theme, theme.px(16), self.devicePixelRatioF()))
        self._kind.setText(" · ".join(part for part in (document.kind_label, document.family_label) if part))
        self._editable = document.kind in {"case", "lever"}
        _name(self._edit, "Modifier l’exemple" if document.kind == "case" else "Modifier la fiche", "Ctrl + E")
        self._recorded = document.id.partition(":")[0] in {"case", "lever", "term"}
        self._delete.setVisible(document.id.startswith("case:"))
        for action in (self._local, self.prints_local, self._compare):
            action.setVisible(document.kind == "lever")
        self._original.setVisible(document.edited)
        self._more.setVisible(self._recorded and not self._compact)
        self._edit.setVisible(self._editable and not self._compact)
        self.title.show_title(document.title, theme)
        self._facts.show_facts(document.facts, theme)
        chosen, other = (self.full, self.essential) if depth == "full" else (self.essential, self.full)
        chosen.setChecked(True)
        chosen.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # one stop for both, arrows go from one to the other
        other.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_favourite(favourite)

    def set_favourite(self, favourite: bool) -> None:
        """Show whether the sheet is a favourite."""
        self.favourite.setChecked(favourite)
        _name(self.favourite, "Retirer des favoris" if favourite else "Ajouter aux favoris", "Ctrl + D")

    def set_reading(self, reading: bool) -> None:
        """Say what the reading button does: enlarge the sheet, or bring the list back."""
        _name(self._reading, "Revenir à la liste" if reading else "Agrandir la fiche", "Ctrl + Maj + F")

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Offer other parts in the drop-down contents."""
        self._menu.clear()
        for entry in entries:
            self._menu.addAction(entry.in_words.replace("&", "&&")).setData(entry.key)

    def arrange(self, left: int, right: int, *, contents: bool, depths: bool) -> None:
        """Align with the text; show the drop-down contents when no list stands at left, the depths if they differ."""
        out = min(self._theme.px(_AROUND), right)
        self._column.setContentsMargins(left, self._theme.px(16), right - out, 0)
        for part in (self._words, self._line):
            part.setContentsMargins(0, 0, out, 0)
        self.contents.setVisible(contents and not self._compact)
        self._beside = left + right
        self._fit_contents()
        self.essential.setVisible(depths and not self._compact)
        self.full.setVisible(depths and not self._compact)
        self._column.activate()  # inside a resize, Qt forgets to share out the width again

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name of the contents has room, or not."""
        super().resizeEvent(event)
        self._fit_contents()

    def _fit_contents(self) -> None:
        narrow = self.width() - self._beside < self._theme.px(400)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.contents.setToolButtonStyle(style)

    def set_room(self, *, low: bool, compact: bool) -> None:
        """Leave the title only (``compact``), or put it beside the buttons (``low``); :meth:`arrange` is to follow."""
        if low != self._low:
            self._low = low
            self.title.set_role("card_title" if low else "sheet")
            (self._head if low else self._words).insertWidget(0, self.title, 1 if low else 0)
        self._compact = compact
        for label in (self._sign, self._kind):
            label.setVisible(not (compact or low))
        for part in (self.favourite, self._note, self._print, self._reading):
            part.setVisible(not compact)
        for part in (self._copy, self._pdf):  # in a low window the title needs their room: the menu has them too
            part.setVisible(not compact and not (low and self._recorded))
        self._edit.setVisible(self._editable and not compact)
        self._more.setVisible(self._recorded and not compact)
        self._facts.setVisible(self._facts.has_facts and not compact)

    # -- what the person does

    @Slot(bool)
    def _toggle_favourite(self, on: bool) -> None:
        self.set_favourite(on)
        self.favourite_toggled.emit(on)

    @Slot()
    def _choose_depth(self) -> None:
        self.depth_chosen.emit("full" if self.full.isChecked() else "essential")

    @Slot(QAction)
    def _choose_goal(self, action: QAction) -> None:
        self.goal_chosen.emit(action.data())


def _name(button: QAbstractButton, label: str, keys: str = "") -> None:
    button.setAccessibleName(label)
    button.setToolTip(f"{label}{_NB}({keys})" if keys else label)
