"""Photos and documents of an example: added by a button, dropped or pasted; each with a caption and a place."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from levers_app.catalogue.records import Attachment
from levers_app.desktop.attachment_row import AttachmentRow
from levers_app.desktop.dialogs import announce, plain_button, text_label
from levers_app.desktop.theme import Theme

_PASTED = "Image collée.png"
_DIALOG_FILTER = (
    "Photos et documents (*.jpg *.jpeg *.png *.webp *.gif *.tif *.tiff *.bmp *.pdf *.docx *.xlsx *.pptx *.odt *.ods "
    "*.odp *.txt *.csv);;Tous les fichiers (*)"
)


class AttachmentsField(QFrame):
    """Rows of attachments. What is added goes through the store first: see :meth:`add`.

    Signals:
        edited: a caption, the order or the choice of what is printed changed, or an attachment went.
        removed: an attachment was taken out; the value before that.
        files_given: paths that the person chose or dropped.
        picture_given: a picture that was pasted, and its name.
        open_wanted: an attachment to be shown by the system.
        read: the person has read what became of files.
    """

    edited = Signal()
    removed = Signal(object)
    files_given = Signal(object)
    picture_given = Signal(object, str)
    open_wanted = Signal(object)
    read = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._theme = theme
        self._rows: list[AttachmentRow] = []
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
        self._seen = plain_button("Compris", self, look="bar")
        self._seen.setAccessibleName("Compris\u00a0: effacer ce qui est dit des fichiers")
        self._seen.clicked.connect(self._forget)
        self._seen.hide()
        column.addWidget(self._said)
        column.addWidget(self._seen, 0, Qt.AlignmentFlag.AlignLeft)

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
        """Say what became of files, until the person has read it or adds others; nothing takes that away."""
        if not text and self.window().focusWidget() is self._seen:
            self.focus_first()
        self._said.setText(text)
        self._said.setVisible(bool(text))
        self._seen.setVisible(bool(text))
        if text:
            announce(self, text)

    @Slot()
    def _forget(self) -> None:
        self.say("")
        self.read.emit()

    def focus_first(self) -> None:
        """Give the keyboard to the button that adds."""
        self._add.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_words(self, words: str) -> bool:
        """Give the keyboard to the caption in which ``words`` stand; false when they stand in none."""
        return any(row.focus_words(words) for row in self._rows)

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

    def _new_row(self, attachment: Attachment) -> AttachmentRow:
        row = AttachmentRow(attachment, self._theme, self)
        row.edited.connect(self.edited)
        row.moved.connect(self._move)
        row.removed.connect(self._remove)
        row.open_wanted.connect(self.open_wanted)
        return row

    def _put(self, row: AttachmentRow) -> None:
        self._rows.append(row)
        self._list.addWidget(row)
        row.show()

    def _number(self) -> None:
        for place, row in enumerate(self._rows):
            row.show_place(first=place == 0, last=place == len(self._rows) - 1)

    @Slot(int)
    def _move(self, step: int) -> None:
        row = self.sender()
        if isinstance(row, AttachmentRow):
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
        if isinstance(row, AttachmentRow):
            before = self.value()
            self._rows.remove(row)
            row.hide()
            row.deleteLater()
            self._number()
            self.focus_first()
            self.edited.emit()
            self.removed.emit(before)
