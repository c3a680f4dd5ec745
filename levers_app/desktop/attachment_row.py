"""A photo or a document of an example, in the form: its picture, its caption, its place."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from levers_app.catalogue.records import Attachment
from levers_app.desktop.entry_fields import LineEditor
from levers_app.desktop.icons import icon_pixmap, themed_icon
from levers_app.desktop.sheet_writer import safe_tip
from levers_app.desktop.theme import Theme
from levers_app.sheets.wording import file_size

THUMBNAIL = 72
"""Pixels of a thumbnail, before the screen's ratio."""


class AttachmentRow(QWidget):
    """One attachment: thumbnail, name and size, caption, whether it is printed."""

    edited = Signal()
    moved = Signal(int)
    removed = Signal()
    open_wanted = Signal(object)

    def __init__(self, attachment: Attachment, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._attachment = attachment
        self._theme = theme
        is_picture = attachment.media.startswith("image/")
        side = theme.px(THUMBNAIL)
        self._picture = QToolButton(self)
        self._picture.setFixedSize(side, side)
        self._picture.setIconSize(QSize(side - 8, side - 8))
        self._picture.setIcon(icon_pixmap("paperclip", theme.colour("ink3"), theme.px(24)))
        self._picture.setAccessibleName(f"Ouvrir {attachment.name}")
        self._picture.setToolTip(safe_tip(f"Ouvrir «\u00a0{attachment.name}\u00a0»"))
        self._picture.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._picture.clicked.connect(self._open)
        name = QLabel(f"{attachment.name} · {file_size(attachment.size)}", self)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("role", "quiet")
        self._caption = LineEditor(self, placeholder="Légende\u00a0: ce que l’on voit, sans nom ni visage")
        self._caption.setAccessibleName(f"Légende de {attachment.name}")
        self._caption.edited.connect(self.edited)
        self._printed = QCheckBox("Dans le PDF", self)
        self._printed.setVisible(is_picture)
        self._printed.clicked.connect(self.edited)
        self._up = self._tool("chevron-up", f"Monter {attachment.name}", -1)
        self._down = self._tool("chevron-down", f"Descendre {attachment.name}", 1)
        remove = self._tool("x", f"Retirer {attachment.name}", 0)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self._printed)
        foot.addStretch(1)
        for button in (self._up, self._down, remove):
            foot.addWidget(button)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(name)
        words.addWidget(self._caption)
        words.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.show_value(attachment)

    def value(self) -> Attachment:
        """The attachment, with its caption."""
        return replace(self._attachment, caption=self._caption.value(), printed=self._printed.isChecked())

    def focus_words(self, words: str) -> bool:
        """Give the keyboard to the caption, behind ``words``; false when they do not stand there."""
        place = self._caption.text().find(words)
        if place >= 0:
            self._caption.setFocus(Qt.FocusReason.OtherFocusReason)
            self._caption.setCursorPosition(place + len(words))
        return place >= 0

    def show_value(self, attachment: Attachment) -> None:
        """Show its caption, and whether it is printed."""
        self._attachment = attachment
        self._caption.show_value(attachment.caption)
        self._printed.setChecked(attachment.printed)

    def show_thumbnail(self, data: bytes | None) -> None:
        """Show a small picture of it."""
        pixmap = QPixmap()
        if data and pixmap.loadFromData(data):
            self._picture.setIcon(pixmap)

    def show_place(self, *, first: bool, last: bool) -> None:
        """Let it move up and down as far as there are others."""
        self._up.setEnabled(not first)
        self._down.setEnabled(not last)

    def _tool(self, icon: str, name: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(themed_icon(icon, self._theme))
        button.setAccessibleName(name)
        button.setToolTip(safe_tip(name))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("step", step)
        button.clicked.connect(self._press)
        return button

    @Slot()
    def _press(self) -> None:
        step = int(self.sender().property("step"))
        if step:
            self.moved.emit(step)
        else:
            self.removed.emit()

    @Slot()
    def _open(self) -> None:
        self.open_wanted.emit(self._attachment)
