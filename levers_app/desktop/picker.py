"""A field that gathers several values as chips: known ones found by their words, or free ones."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QToolButton, QVBoxLayout, QWidget

from levers_app.desktop.dialogs import text_label
from levers_app.desktop.flow_layout import FlowLayout, clear_layout
from levers_app.desktop.icons import themed_icon
from levers_app.desktop.sheet_writer import safe_tip
from levers_app.desktop.suggester import NOTHING_NAMED, Suggester, Suggestion, find_named
from levers_app.desktop.theme import Theme
from levers_app.search.fields import folded

_MOST = 40
_COMING = "…"
"""On a chip as long as nothing is known of what it is called."""
_STAYS = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
"""Why the keyboard goes while the person is still at the line."""


class Picker(QFrame):
    """A line that finds values, and a chip for each; Enter takes the first proposal, Backspace the last chip away.

    Tab stops at the line alone; from the empty line, Left leads to the chips.

    Attributes:
        fault: what is wrong with words that were left in the line and name nothing.

    Signals:
        edited: a value was added or taken away.
        left: the keyboard went, and ``fault`` may be another.
        removed: a value was taken away; the values before that.
    """

    edited = Signal()
    left = Signal()
    removed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget, *, placeholder: str, free: bool = False, kind: str = "") -> None:
        """``free`` values need not be known; of others that have a ``kind``, words left in the line are told."""
        super().__init__(parent)
        self.setProperty("look", "picker")
        self._theme = theme
        self._free, self._kind = free, kind
        self._about = self.fault = ""
        self._labels: Mapping[str, str] = {}
        self._folded: Sequence[tuple[str, str]] = ()
        self._values: list[str] = []
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips, spacing=6)
        self._line = QLineEdit(self)
        self._line.setProperty("look", "inline_free")
        self._line.setPlaceholderText(placeholder)
        self._line.installEventFilter(self)
        self._line.returnPressed.connect(self._take_typed)
        self._suggester = Suggester(self._line, self._suggest)
        self._suggester.taken.connect(self.add, Qt.ConnectionType.QueuedConnection)  # the completer writes its words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(2)
        layout.addWidget(self._chips)
        layout.addWidget(self._line)
        self._nothing = text_label(NOTHING_NAMED, self, role="fault")
        self._nothing.hide()
        layout.addWidget(self._nothing)
        self._line.textChanged.connect(self._tell_nothing)
        self._line.textChanged.connect(self._forget_fault)
        self.setFocusProxy(self._line)
        self._show_chips()

    def set_known(self, labels: Mapping[str, str], names: Mapping[str, Sequence[str]] | None = None) -> None:
        """Offer these values, slug -> words; ``names`` gives further words that find them."""
        renamed, self._labels = labels != self._labels, labels
        more = names or {}
        self._folded = [(f" {folded(' '.join((label, *more.get(slug, ()))))}", slug) for slug, label in labels.items()]
        if renamed:  # else the chips stay, and the keyboard on them
            self._show_chips()

    def setAccessibleName(self, name: str) -> None:
        """Name the line, which has the keyboard."""
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Describe the line, and say how its chips are reached."""
        super().setAccessibleDescription(description)
        self._about = description
        self._describe()

    def _describe(self) -> None:
        chips = "Flèche gauche pour aller à ce qui est choisi." if self._values else ""
        self._line.setAccessibleDescription(" ".join(filter(None, (self._about, chips))))

    def value(self) -> tuple[str, ...]:
        """The values, in the order they were added; of a free field also what is typed and not yet a chip."""
        typed = self._line.text().strip()
        return (*self._values, typed) if self._free and typed and typed not in self._values else tuple(self._values)

    def show_value(self, value: Sequence[str]) -> None:
        """Show these values."""
        if tuple(value) != self.value() or self._line.text():
            self._values = list(value)
            self._line.clear()
            self._show_chips()

    @Slot(object)
    def add(self, slug: str) -> None:
        """Add a value."""
        self._line.clear()
        self._suggester.hide()
        if slug not in self._values:
            self._values.append(slug)
            self._show_chips()
            self.edited.emit()

    def remove(self, slug: str) -> None:
        """Take a value away; the keyboard, if it was on its chip, goes on to the line."""
        before = self.value()
        focus = QApplication.focusWidget()
        if focus is not None and self._chips.isAncestorOf(focus):
            self._line.setFocus(Qt.FocusReason.TabFocusReason)
        self._values.remove(slug)
        self._show_chips()
        self.edited.emit()
        self.removed.emit(before)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Backspace at the beginning takes the last chip away; what is typed in a free field stays when one leaves."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Backspace and not self._line.text() and self._values:
                self.remove(self._values[-1])
                return True
            if event.key() == Qt.Key.Key_Left and not self._line.text() and self._values:
                self._buttons()[-1].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Comma and self._free and self._line.text().strip():
                self._take_typed()
                return True
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.setProperty("lively", event.type() == QEvent.Type.FocusIn)
            self.style().unpolish(self)
            self.style().polish(self)
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if self._free:
                self._take_free()
            elif event.reason() not in _STAYS:
                self.settle()
        return super().eventFilter(watched, event)

    def settle(self) -> None:
        """Take what is left in the line, when it names exactly one value; else say so in ``fault``."""
        typed = self._line.text().strip()
        if self._free or not self._kind or not typed:
            return
        meant = self._meant(typed)
        if meant is not None:
            self.add(meant)
        else:
            self.fault = f"«\u00a0{typed}\u00a0» n’est pas {self._kind}\u00a0: choisissez dans la liste ou effacez."
            self._nothing.hide()  # it would say the same again
        self.left.emit()

    def _meant(self, typed: str) -> str | None:
        """The value that words name: by its whole label, or since they find no other."""
        called = [slug for slug, label in self._labels.items() if folded(label) == folded(typed)]
        found = called or [suggestion.data for suggestion in self._suggest(typed)]
        return found[0] if len(found) == 1 else None

    @Slot()
    def _forget_fault(self) -> None:
        if self.fault:
            self.fault = ""
            self.left.emit()

    @Slot(int)
    def _step(self, step: int) -> None:
        chip, chips = self.sender(), self._buttons()
        if isinstance(chip, _Chip):
            there = chips.index(chip) + step
            (chips[max(there, 0)] if there < len(chips) else self._line).setFocus(Qt.FocusReason.TabFocusReason)

    def _buttons(self) -> "list[_Chip]":
        items = (self._flow.itemAt(place) for place in range(self._flow.count()))
        return [chip for item in items if item is not None and isinstance(chip := item.widget(), _Chip)]

    @Slot(str)
    def _tell_nothing(self, text: str) -> None:
        known = self._free or not self._folded or not text.strip()
        self._nothing.setVisible(not known and self._suggester.first is None)

    @Slot()
    def _take_typed(self) -> None:
        first = self._suggester.first
        if self._free:
            self._take_free()
        elif first is not None:
            self.add(first.data)

    def _take_free(self) -> None:
        words = self._line.text().strip().strip(",")
        if words:
            self.add(words)

    def _suggest(self, text: str) -> Sequence[Suggestion]:
        words = folded(text).split()
        if not words:
            return ()
        found, inside = find_named(self._folded, words)
        found.sort(key=lambda slug: self._nearness(slug, words))
        return [Suggestion(self._labels[slug], slug) for slug in (*found, *inside) if slug not in self._values][:_MOST]

    def _nearness(self, slug: str, words: Sequence[str]) -> int:
        """Return 0 for what is called so from its first word on, 1 for what has it in its name, 2 for other names."""
        label = folded(self._labels[slug])
        return 0 if label.startswith(words[0]) else 1 if f" {words[0]}" in label else 2

    def _show_chips(self) -> None:
        clear_layout(self._flow)
        for slug in self._values:
            unknown = slug if self._free or self._labels else _COMING
            self._flow.addWidget(self._chip(slug, self._labels.get(slug, unknown)))
        self._chips.setVisible(bool(self._values))
        self._describe()

    def _chip(self, slug: str, label: str) -> QToolButton:
        chip = _Chip(self._chips)
        chip.setProperty("look", "chip")
        chip.setText(label if len(label) <= 60 else f"{label[:59]}…")
        chip.setIcon(themed_icon("x", self._theme))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is typed after Tab would press it
        chip.setAccessibleName(f"Retirer {label}")
        chip.setAccessibleDescription("Choisi")
        chip.setToolTip(safe_tip(f"Retirer «\u00a0{label}\u00a0»"))
        chip.clicked.connect(_caller(self.remove, slug))
        chip.stepped.connect(self._step)
        return chip


class _Chip(QToolButton):
    """A value that a click takes away, as do Suppr and Backspace.

    Signals:
        stepped: Left (-1) or Right (1) was pressed.
    """

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, or take away."""
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.click()
        else:
            super().keyPressEvent(event)


def _caller(function: Callable[[str], None], value: str) -> Callable[[], None]:
    return lambda: function(value)
