"""Words on screen that may be kept from leaving: restricted examples, and drafts that no guard has read."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QTextBrowser, QWidget


def is_copying(event: QKeyEvent) -> bool:
    """Tell whether a key is to copy: Qt would put words on the clipboard, of whatever record they are."""
    return event.matches(QKeySequence.StandardKey.Copy)


class InsideText(QTextBrowser):
    """A text browser that copies nothing while it is told so, and then leaves the clipboard as it is.

    Signals:
        copy_refused: words that may not leave were to be copied.
    """

    copy_refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty at first; its words may leave."""
        super().__init__(parent)
        self._stays = False

    def keep_inside(self, *, inside: bool) -> None:
        """Whether nothing of the text may be copied or dragged away: a restricted example, a draft."""
        self._stays = inside

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Refuse to copy what stays: Qt would put what :meth:`createMimeDataFromSelection` gives, even nothing."""
        if self._stays and is_copying(event):
            self._refuse()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what may be done; « Copier » says why the words stay."""
        if not self._stays:
            super().contextMenuEvent(event)
            return
        menu = QMenu(self)
        menu.addAction("Copier").triggered.connect(self._refuse)
        menu.addAction("Tout sélectionner").triggered.connect(self.selectAll)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give the words that are selected, or none: to a drag, and to the selection of X11."""
        return QMimeData() if self._stays else super().createMimeDataFromSelection()

    def _refuse(self) -> None:
        if self.textCursor().hasSelection():
            self.copy_refused.emit()
