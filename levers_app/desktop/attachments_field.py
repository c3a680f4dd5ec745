"""Photos and documents of an example: added by a button, dropped or pasted; each with a caption and a place."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from levers_app.catalogue.records import Attachment
from levers_app.desktop.dialogs import announce, plain_button, text_label
from levers_app.desktop.entry_fields import LineEditor
from levers_app.desktop.icons import icon_pixmap, themed_icon
from levers_app.desktop.sheet_writer import safe_tip
from levers_app.desktop.theme import Theme
from levers_app.sheets.wording import file_size

THUMBNAIL = 72
"""Pixels of a thumbnail, before the screen's ratio."""
_PASTED = "Image collée.png"
_DIALOG_FILTER = (
    "Photos et documents (*.jpg *.jpeg *.png *.webp *.gif *.tif *.tiff *.bmp *.pdf *.docx *.xlsx *.pptx *.odt *.ods "
    "*.odp *.txt *.csv);;Tous les fichiers (*)"
)


class AttachmentsField(QFrame):
    """Rows of attachments. What is added goes through the store first: see :meth:`add`.

    Signals:
        edited: a caption, the order or the choice of what is printed changed, or an attachment went.
        files_given: paths that the person chose or dropped.
        picture_given: a picture that was pasted, and its name.
        open_wanted: an attachment to be shown by the system.
    """

    edited = Signal()
    files_given = Signal(object)
    picture_given = Signal(object, str)
    open_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._theme = theme
        self._rows: list[_Row] = []
        self._asked = False
        self.setProperty("look", "picker")
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(12))
        self._add = plain_button("Ajouter…", self, look="bar")
        self._add.setAccessibleName("Ajouter des photos ou des documents")
        self._add.clicked.connect(self._choose)
        self._paste = plain_button("Coller", self, look="bar")
        self._paste.setAccessibleName("Coller une image ou des fichiers")
        self._paste.clicked.connect(self._paste_all)
        hint = text_label("ou déposez les fichiers ici", self, role="quiet")
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addWidget(self._paste)
        foot.addWidget(hint, 1)
        self._said = text_label("", self, role="fault")
        self._said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(theme.px(12))
        column.addLayout(self._list)
        column.addLayout(foot)
        column.addWidget(self._said)

    def value(self) -> tuple[Attachment, ...]:
        """The attachments, with their captions, in order."""
        return tuple(row.value() for row in self._rows)

    def show_value(self, value: Sequence[Attachment]) -> None:
        """Show these attachments; those that are there already keep their thumbnails."""
        if tuple(value) == self.value():
            return
        known = {row.value().digest: row for row in self._rows}
        for row in self._rows:
            self._list.removeWidget(row)
        self._rows = []
        for attachment in value:
            row = known.pop(attachment.digest) if attachment.digest in known else self._new_row(attachment)
            row.show_value(attachment)
            self._put(row)
        for row in known.values():
            row.hide()
            row.deleteLater()
        self._number()

    def add(self, attachment: Attachment) -> bool:
        """Add what the store has kept; false when it is there already."""
        if any(row.value().digest == attachment.digest for row in self._rows):
            self.say(f"«\u00a0{attachment.name}\u00a0» est déjà là.")
            return False
        self._put(self._new_row(attachment))
        self._number()
        self.edited.emit()
        return True

    def show_thumbnail(self, digest: str, data: bytes | None) -> None:
        """Show a small picture of an attachment."""
        for row in self._rows:
            if row.value().digest == digest:
                row.show_thumbnail(data)

    def say(self, text: str) -> None:
        """Say what became of a file; nothing takes that away."""
        self._said.setText(text)
        self._said.setVisible(bool(text))
        if text:
            announce(self, text)

    def focus_first(self) -> None:
        """Give the keyboard to the button that adds."""
        self._add.setFocus(Qt.FocusReason.TabFocusReason)

    # -- what is given

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what is dropped."""
        self._take(event.mimeData())
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste_all()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _choose(self) -> None:
        dialog = QFileDialog(self.window(), "Ajouter des photos ou des documents", "", _DIALOG_FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._give)
        dialog.open()

    @Slot("QStringList")
    def _give(self, files: list[str]) -> None:
        self.say("")
        self.files_given.emit([Path(file) for file in files])

    @Slot()
    def _paste_all(self) -> None:
        if not self._take(QGuiApplication.clipboard().mimeData()):
            self.say("Le presse-papiers ne contient ni image ni fichier.")

    def _take(self, data: QMimeData) -> bool:
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self._give([str(file) for file in files])
        elif data.hasImage():
            self.say("")
            self.picture_given.emit(QImage(data.imageData()), _PASTED)
        return bool(files) or data.hasImage()

    # -- rows

    def _new_row(self, attachment: Attachment) -> "_Row":
        row = _Row(attachment, self._theme, self)
        row.edited.connect(self.edited)
        row.moved.connect(self._move)
        row.removed.connect(self._remove)
        row.open_wanted.connect(self.open_wanted)
        return row

    def _put(self, row: "_Row") -> None:
        self._rows.append(row)
        self._list.addWidget(row)
        row.show()

    def _number(self) -> None:
        for place, row in enumerate(self._rows):
            row.show_place(first=place == 0, last=place == len(self._rows) - 1)

    @Slot(int)
    def _move(self, step: int) -> None:
        row = self.sender()
        if isinstance(row, _Row):
            place = self._rows.index(row)
            self._rows.remove(row)
            self._rows.insert(place + step, row)
            self._list.removeWidget(row)
            self._list.insertWidget(place + step, row)
            self._number()
            self.edited.emit()

    @Slot()
    def _remove(self) -> None:
        row = self.sender()
        if isinstance(row, _Row):
            self._rows.remove(row)
            row.hide()
            row.deleteLater()
            self._number()
            self.focus_first()
            self.edited.emit()


class _Row(QWidget):
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
        return replace(self._attachment, caption=self._caption.value(), printed=self._printed.isChecked())

    def show_value(self, attachment: Attachment) -> None:
        self._attachment = attachment
        self._caption.show_value(attachment.caption)
        self._printed.setChecked(attachment.printed)

    def show_thumbnail(self, data: bytes | None) -> None:
        pixmap = QPixmap()
        if data and pixmap.loadFromData(data):
            self._picture.setIcon(pixmap)

    def show_place(self, *, first: bool, last: bool) -> None:
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
