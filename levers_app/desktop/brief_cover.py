"""What a note says of itself: title, who made it for whom, its logo."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from levers_app.catalogue.brief import Brief, Cover
from levers_app.catalogue.records import Attachment
from levers_app.desktop.choice_box import ChoiceBox
from levers_app.desktop.dialogs import plain_button, text_label
from levers_app.desktop.entry_fields import LineEditor
from levers_app.desktop.theme import Theme

_FIELDS = {
    "title": "Titre",
    "subtitle": "Sous-titre",
    "organisation": "Organisme",
    "author": "Auteur",
    "addressee": "Destinataire",
    "date": "Date",
}
_LOGO_HEIGHT = 48


class CoverPanel(QWidget):
    """The fields of the cover, one under the other.

    Signals:
        changed: the note as it is now, and what kind of change it was.
        logo_wanted: a picture is to be chosen.
    """

    changed = Signal(object, str, str)
    logo_wanted = Signal()

    def __init__(self, theme: Theme, confidentialities: Mapping[str, str], parent: QWidget) -> None:
        """``confidentialities`` are slugs and what they are called."""
        super().__init__(parent)
        self._brief = Brief("")
        self._fields: dict[str, LineEditor] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(4), theme.px(20), theme.px(16))
        column.setSpacing(theme.px(4))
        for name, label in _FIELDS.items():
            field = self._fields[name] = LineEditor(self)
            field.setAccessibleName(label)
            field.setProperty("name", name)
            field.edited.connect(self._take)
            column.addWidget(_label(label, self))
            column.addWidget(field)
            column.addSpacing(theme.px(4))
        self._level = ChoiceBox(self)
        self._level.setAccessibleName("Confidentialité")
        self._level.addItem("Celle des fiches", "")
        for slug, label in confidentialities.items():
            self._level.addItem(label, slug)
        self._level.activated.connect(self._take)
        column.addWidget(_label("Confidentialité", self))
        column.addWidget(self._level)
        column.addSpacing(theme.px(4))
        column.addWidget(_label("Logo", self))
        column.addLayout(self._logo_row(theme))
        column.addStretch(1)

    def _logo_row(self, theme: Theme) -> QHBoxLayout:
        self._logo = QLabel(self)
        self._logo.setAccessibleName("Logo de la note")
        self._high = theme.px(_LOGO_HEIGHT)
        choose = plain_button("Choisir une image…", self, look="bar")
        choose.clicked.connect(self.logo_wanted)
        self._drop = plain_button("Retirer", self, look="bar")
        self._drop.setAccessibleName("Retirer le logo")
        self._drop.clicked.connect(self._drop_logo)
        row = QHBoxLayout()
        row.addWidget(self._logo)
        row.addWidget(choose)
        row.addWidget(self._drop)
        row.addStretch(1)
        return row

    def show_brief(self, brief: Brief, printed_title: str, printed_date: str) -> None:
        """Show the cover of a note; ``printed_title`` and ``printed_date`` are what is printed without one."""
        self._brief = brief
        for name, field in self._fields.items():
            field.show_value(getattr(brief.cover, name))
        self.show_printed_title(printed_title)
        self._fields["date"].setPlaceholderText(printed_date)
        self._level.setCurrentIndex(max(0, self._level.findData(brief.cover.confidentiality)))
        self._drop.setVisible(brief.cover.logo is not None)
        self._logo.setVisible(brief.cover.logo is not None)

    def show_printed_title(self, title: str) -> None:
        """Show what is printed as long as nothing is typed."""
        self._fields["title"].setPlaceholderText(title)

    def show_logo(self, path: Path | None) -> None:
        """Show the picture of the logo."""
        picture = QPixmap(str(path)) if path is not None else QPixmap()
        if picture.isNull():
            self._logo.setText("image absente" if path is not None else "")
            return
        ratio = self.devicePixelRatioF()
        smooth, keep = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.KeepAspectRatio
        high = round(self._high * ratio)
        picture = picture.scaled(high * 2, high, keep, smooth)
        picture.setDevicePixelRatio(ratio)
        self._logo.setPixmap(picture)

    def set_logo(self, logo: Attachment | None) -> None:
        """Take another logo."""
        self._tell(replace(self._brief.cover, logo=logo), "logo")

    def take_focus(self) -> None:
        """Give the keyboard to the first field."""
        self._fields["title"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _drop_logo(self) -> None:
        self.set_logo(None)

    @Slot()
    def _take(self) -> None:
        name = str(self.sender().property("name") or "confidentiality")
        value = self._fields[name].value() if name in self._fields else self._level.currentData()
        cover = replace(self._brief.cover, **{name: value})  # type: ignore[arg-type] # a text, all of them
        self._tell(cover, name)

    def _tell(self, cover: Cover, kind: str) -> None:
        if cover != self._brief.cover:
            self.changed.emit(replace(self._brief, cover=cover), f"garde:{kind}", "")


def _label(text: str, parent: QWidget) -> QLabel:
    return text_label(text, parent, role="quiet")
