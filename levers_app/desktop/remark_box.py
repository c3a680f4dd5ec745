"""What is said above the results: sentences, and searches to try as links."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from levers_app.catalogue.typography import shortened
from levers_app.desktop.dialogs import plain_button, text_label
from levers_app.desktop.directions import isolated
from levers_app.desktop.flow_layout import FlowLayout, clear_layout
from levers_app.desktop.theme import Theme

if TYPE_CHECKING:  # numpy is imported on a worker, when the first search needs it
    from collections.abc import Sequence

    from levers_app.search.remarks import Remark


class RemarkBox(QWidget):
    """Remarks, one under the other; hidden while there is none.

    Signals:
        tried: the words of a search that was chosen.
        rebuilt: the links are new ones: the order of Tab must be told again.
    """

    tried = Signal(str)
    rebuilt = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin without remarks."""
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[str, tuple[Remark, ...]] = ("", ())
        self._links: list[QPushButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme

    def show_remarks(self, note: str, remarks: "Sequence[Remark]") -> None:
        """Show a sentence and ``remarks``; what stays the same stays in place."""
        if (note, tuple(remarks)) == self._shown:
            return
        had_focus = any(link.hasFocus() for link in self._links)
        self._shown = (note, tuple(remarks))
        clear_layout(self._layout)
        self._links = []
        for remark in (None, *remarks):
            if text := remark.text if remark is not None else note:
                self._layout.addWidget(self._words(text, wraps=True))
            if remark is not None and remark.tries:
                self._layout.addWidget(self._row(remark))
        self.setVisible(bool(note or remarks))
        self.rebuilt.emit()
        if had_focus and self._links:
            self._links[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def tab_stops(self) -> list[QWidget]:
        """Return what Tab reaches here, in order."""
        return list(self._links)

    def _row(self, remark: "Remark") -> QWidget:
        """Return a line: what leads to the tries, each a link, and what ends the sentence."""
        row = QWidget(self)
        flow = FlowLayout(row, spacing=self._theme.px(4))
        flow.addWidget(self._words(remark.lead))
        for another in remark.tries:
            label = isolated(shortened(another.label)).replace("&", "&&")
            link = plain_button(label, row, look="link")
            link.setProperty("role", "label")
            link.setProperty("query", another.query)
            link.setAccessibleName(f"{remark.lead} {another.label}{remark.end}".strip())
            link.clicked.connect(self._try)
            flow.addWidget(link)
            self._links.append(link)
        if remark.end.strip("."):
            flow.addWidget(self._words(remark.end.strip()))
        return row

    def _words(self, text: str, *, wraps: bool = False) -> QLabel:
        label = text_label(text, self, role="label")
        label.setWordWrap(wraps)
        label.setProperty("ink", "2")
        return label

    @Slot()
    def _try(self) -> None:
        self.tried.emit(str(self.sender().property("query")))
