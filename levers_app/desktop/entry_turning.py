"""Under each page of the form: the way on, and the way back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from levers_app.desktop.dialogs import plain_button
from levers_app.desktop.entry_pages import PAGES
from levers_app.desktop.icons import themed_icon
from levers_app.desktop.theme import Theme


class Turning(QWidget):
    """Two buttons, named after the pages to which they lead.

    Attributes:
        back: leads to the page before.
        on: leads to the next page.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Begin at the first page."""
        super().__init__(parent)
        self.back = plain_button("", self)
        self.back.setIcon(themed_icon("arrow-left", theme, token="ink"))
        self.on = plain_button("", self)
        self.on.setIcon(themed_icon("arrow-right", theme, token="ink"))
        self.on.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.on)
        self.show_page(0)

    def show_page(self, page: int) -> None:
        """Name the pages beside this one."""
        last = page == len(PAGES) - 1
        self.back.setVisible(page > 0)
        self.back.setText(PAGES[page - 1].step if page else "")
        self.back.setAccessibleName(f"Étape précédente\u00a0: {self.back.text()}")
        self.on.setVisible(not last)
        self.on.setText("" if last else PAGES[page + 1].step)
        self.on.setAccessibleName(f"Étape suivante\u00a0: {self.on.text()}")
