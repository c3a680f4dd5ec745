"""What stands above the actions of a plan: how far they are, and what is done with them."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QWidget

from levers_app.desktop.dialogs import plain_button
from levers_app.desktop.icons import themed_icon
from levers_app.desktop.shortcuts import shown_keys
from levers_app.desktop.theme import Theme


class ActionsBar(QFrame):
    """Words and buttons.

    Signals:
        contents_wanted, pages_wanted, save_wanted: where to go, what to do.
        steps_wanted, action_wanted, own_wanted: what is to be added.
    """

    contents_wanted = Signal()
    pages_wanted = Signal()
    save_wanted = Signal()
    steps_wanted = Signal()
    action_wanted = Signal()
    own_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Begin without words."""
        super().__init__(parent)
        px = theme.px
        self.setProperty("look", "desk_bar")
        self.setFixedHeight(px(56))
        self.back = plain_button("Contenu", self, look="plain")
        self.back.setIcon(themed_icon("arrow-left", theme, token="ink"))
        self.back.setIconSize(QSize(px(18), px(18)))
        self.back.clicked.connect(self.contents_wanted)
        self.back.hide()
        self._said = ""
        self._words = QLabel(self)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        add = plain_button("Ajouter une action…", self, look="link")
        menu = QMenu(add)
        menu.addAction("Les étapes d’un levier…").triggered.connect(self.steps_wanted)
        menu.addAction("Une action du même levier\tInser").triggered.connect(self.action_wanted)
        menu.addAction("Une action propre, sans levier").triggered.connect(self.own_wanted)
        add.setMenu(menu)
        pages = plain_button("Voir les pages", self)
        pages.clicked.connect(self.pages_wanted)
        save = plain_button("Enregistrer…", self, look="main")
        save.setToolTip(f"Enregistrer en PDF, tableur, page web ({shown_keys('save_pdf')})")
        save.clicked.connect(self.save_wanted)
        self.stops: tuple[QWidget, ...] = (self.back, add, pages, save)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), 0, px(20), 0)
        row.setSpacing(px(8))
        row.addWidget(self.back)
        row.addWidget(self._words, 1)
        for part in (add, pages, save):
            row.addWidget(part)

    def say(self, words: str) -> None:
        """Show how far the actions are."""
        self._said = words
        self._words.setAccessibleName(words)
        self._words.setToolTip(words)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that have no room are cut."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        metrics, room = self._words.fontMetrics(), self._words.width()
        cut = metrics.elidedText(self._said, Qt.TextElideMode.ElideRight, room)
        self._words.setText(cut if cut.strip("…") else "")
