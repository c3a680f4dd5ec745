"""The log in a window, for the person who helps: read it, copy a diagnostic, find the folder."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from levers_app.desktop.dialogs import Dialog, open_outside
from levers_app.logs import last_lines

LINES = 2000
_FOLLOW_MILLISECONDS = 1000


class LogView(QPlainTextEdit):
    """The last lines of a file; it keeps up with the file, and stays where one reads."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        """Read ``path`` when shown, then once a second."""
        super().__init__(parent)
        self._path = path
        self._seen: tuple[int, int] | None = None
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setMaximumBlockCount(LINES)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFont(_fixed_font(QFontInfo(self.font()).pixelSize()))
        self.setAccessibleName("Lignes du journal")
        self.setTabChangesFocus(True)
        self._timer = QTimer(self, interval=_FOLLOW_MILLISECONDS)
        self._timer.timeout.connect(self.follow)
        self._timer.start()
        self.reload()

    @Slot()
    def follow(self) -> None:
        """Read the file again if it changed."""
        if self._stamp() != self._seen:
            self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the file again."""
        self._seen = self._stamp()
        bar = self.verticalScrollBar()
        at_end, value = bar.value() == bar.maximum(), bar.value()
        self.setPlainText(self._text())
        bar.setValue(bar.maximum() if at_end else value)

    def _text(self) -> str:
        try:
            lines = last_lines(self._path, LINES)
        except OSError:
            return f"Le journal ne peut pas être lu. Il se trouve ici : {self._path}"
        return "\n".join(lines) or "Le journal est vide : rien d’anormal n’a été noté."

    def _stamp(self) -> tuple[int, int] | None:
        try:
            status = self._path.stat()
        except OSError:
            return None
        return (status.st_mtime_ns, status.st_size)


class LogWindow(Dialog):
    """« Journal », under Aide."""

    def __init__(self, path: Path, diagnostic: Callable[[], str], parent: QWidget | None = None) -> None:
        """Show the log at ``path``; ``diagnostic`` makes the text that « Copier le diagnostic » copies."""
        super().__init__("Journal", parent, columns=110)
        self._path = path
        self._diagnostic = diagnostic
        self.add_text(
            "Ce que le programme a noté, avec les lignes les plus récentes en bas. "
            "Ni vos recherches ni le contenu des fiches n’y figurent."
        )
        self._view = LogView(path, self)
        self._view.setMinimumHeight(self.fontMetrics().height() * 16)
        self.body.addWidget(self._view, 1)
        self.add_button("Relire", self._view.reload).setShortcut("F5")
        self.add_button("Copier le diagnostic", self._copy)
        self.add_button("Ouvrir le dossier", self._open_folder)
        self.add_close()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._diagnostic())
        self.say("Le diagnostic est copié : vous pouvez le coller dans un message.")

    @Slot()
    def _open_folder(self) -> None:
        if not open_outside(self._path.parent):
            self.say(f"Le dossier n’a pas pu être ouvert. Il se trouve ici : {self._path.parent}")


def _fixed_font(pixels: int) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(round(pixels * 13 / 15))
    return font
