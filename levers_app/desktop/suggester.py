"""Suggestions under a field of a form: the arrows choose one of them, Enter takes it.

Without an arrow, Enter is for the field alone, which takes what was typed as it sees fit.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

_DATA = int(Qt.ItemDataRole.UserRole) + 1
_ROWS = 8
NOTHING_NAMED = "Rien ne s’appelle ainsi\u00a0: essayez un autre mot."
"""Told under a field whose words find nothing."""
_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is offered: words, and what they stand for."""

    label: str
    data: Any = None


def find_named(names: Iterable[tuple[str, str]], words: Collection[str]) -> tuple[list[str], list[str]]:
    """Return what is called by ``words``: where each begins a word of the name, then what has them inside words only.

    ``names`` holds each name, folded and behind a blank, with what it stands for; ``words`` are folded too.
    """
    found = [(name, value) for name, value in names if all(word in name for word in words)]
    first = [value for name, value in found if all(f" {word}" in name for word in words)]
    return first, [value for _, value in found if value not in first]


class Suggester(QObject):
    """Offers what ``suggest`` finds for the words in a field.

    Signals:
        taken: data of the suggestion that was chosen.
    """

    taken = Signal(object)

    def __init__(self, field: QLineEdit, suggest: Callable[[str], Sequence[Suggestion]]) -> None:
        """Watch ``field``; ``suggest`` must answer within a few milliseconds."""
        super().__init__(field)
        self._field = field
        self._suggest = suggest
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setWidget(field)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_ROWS)
        self._completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]
        if (popup := self._completer.popup()) is not None:
            popup.setProperty("look", "completions")
            popup.setAccessibleName("Propositions")
            popup.installEventFilter(self)  # asked before that of the completer, which was there first
        field.textEdited.connect(self.offer)

    @property
    def first(self) -> Suggestion | None:
        """What Enter takes while nothing is chosen: the first suggestion for the words typed."""
        found = self._suggest(self._field.text()) if self._field.text().strip() else ()
        return found[0] if found else None

    @Slot()
    def offer(self) -> None:
        """Show what there is for the present words; nothing hides the list."""
        found = self._suggest(self._field.text())[:_ROWS]
        self._model.clear()
        for suggestion in found:
            item = QStandardItem(suggestion.label)
            item.setData(suggestion.data, _DATA)
            self._model.appendRow(item)
        if found and self._field.hasFocus():
            self._completer.complete()
        else:
            self.hide()

    def hide(self) -> None:
        """Take the list away."""
        if (popup := self._completer.popup()) is not None:
            popup.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have keys that end an entry go to the field, once: the completer also takes a row that nobody chose."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENDS:
                chosen = self._chosen()
                self.hide()
                if chosen is not None:
                    self._take(chosen)
                if chosen is None or event.key() == Qt.Key.Key_Tab:
                    QCoreApplication.sendEvent(self._field, event)
                return True
            if event.key() == Qt.Key.Key_Comma:  # the completer would pass over the filters of the field
                QCoreApplication.sendEvent(self._field, event)
                return True
        return super().eventFilter(watched, event)

    def _chosen(self) -> QModelIndex | None:
        """The row to which the arrows went: the current one alone is always the first."""
        popup = self._completer.popup()
        rows = popup.selectionModel().selectedIndexes() if popup is not None else []
        return rows[0] if rows else None

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        self.taken.emit(index.data(_DATA))
