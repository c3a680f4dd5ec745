"""The pages of a note beside what it is made of: which one, how large, and what is done with them."""

import itertools

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from levers_app.desktop.brief_proof import Proof
from levers_app.desktop.brief_rasters import Rasters
from levers_app.desktop.brief_thumbs import Thumbs
from levers_app.desktop.brief_view import Fit, PageView
from levers_app.desktop.chips import SignButton
from levers_app.desktop.dialogs import announce, plain_button
from levers_app.desktop.icons import themed_icon
from levers_app.desktop.jobs import Jobs
from levers_app.desktop.messages import NoticeBar
from levers_app.desktop.shortcuts import shown_keys
from levers_app.desktop.states import StatePage
from levers_app.desktop.theme import Theme

_ZOOMS: tuple[tuple[str, Fit, float], ...] = (
    ("Page entière", "page", 0.0),
    ("Largeur de la page", "width", 0.0),
    ("75\u00a0%", "", 0.75),
    ("100\u00a0%", "", 1.0),
    ("150\u00a0%", "", 1.5),
    ("200\u00a0%", "", 2.0),
)
_THUMBS_FROM, _FORMAT_FROM, _ZOOM_FROM, _WORDS_FROM = 560, 800, 680, 600
_NOTHING = ("Rien à imprimer pour l’instant", "Ajoutez une fiche ou un paragraphe\u00a0: les pages apparaissent ici.")
_COMING = ("", "Préparation des pages…")


class Preview(QWidget):
    """Pages, and the buttons above them.

    Signals:
        save_wanted, print_wanted, copy_wanted: what is done with the note.
        contents_wanted: in a narrow window, back to what the note is made of.
    """

    save_wanted = Signal()
    print_wanted = Signal()
    copy_wanted = Signal()
    contents_wanted = Signal()

    def __init__(self, jobs: Jobs, theme: Theme, parent: QWidget) -> None:
        """Begin while the first pages are made."""
        super().__init__(parent)
        self._theme = theme
        self.rasters = Rasters(jobs, self)
        self.view = PageView(self.rasters, theme, self)
        self.thumbs = Thumbs(self.rasters, theme, self)
        self._state = StatePage(theme, self)
        self._state.setProperty("look", "desk")
        self.view.turned.connect(self._show_page)
        self.view.zoomed.connect(self._show_zoom)
        self.thumbs.chosen.connect(self.view.go_to)
        self._busy = QProgressBar(self)
        self._busy.setTextVisible(False)
        self._busy.setRange(0, 0)
        self._busy.setAccessibleName("Préparation des pages")
        kept = self._busy.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(kept)
        pages = QWidget(self)
        row = QHBoxLayout(pages)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self.thumbs)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._state)
        self._stack.addWidget(pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(self._busy)
        column.addWidget(self._stack, 1)
        self._column = column
        self._notice: NoticeBar | None = None
        self._order_tabs()
        self._show_zoom()
        self.show_coming()

    # -- what is shown

    def show_coming(self) -> None:
        """Say that the pages of another note are on their way."""
        self._drop_notice()
        self.rasters.show(None)
        self.view.page = 0
        self._show_state(*_COMING)

    def show_proof(self, proof: Proof) -> None:
        """Show the pages of a note, at the one where one was."""
        self._drop_notice()
        self.rasters.show(proof.pages)
        sizes = proof.pages.sizes if proof.pages is not None else ()
        if not sizes:
            self._show_state(*_NOTHING)
            return
        self._stack.setCurrentIndex(1)
        self.view.show_pages(sizes)
        self.thumbs.show_pages(sizes, self.view.page)
        self._show_page(self.view.page)

    def show_failure(self, text: str) -> None:
        """Say why there are no pages; those that were there stay, under a line that says it until the next ones."""
        self._drop_notice()
        if self.view.pages:
            self._notice = NoticeBar(f"L’aperçu n’est pas à jour. {text}", closable=False)
            self._column.insertWidget(self._column.indexOf(self._stack), self._notice)
            self._notice.show()
        else:
            self._show_state("L’aperçu n’a pas pu être fait", text)
            announce(self, text)

    def show_working(self, *, working: bool) -> None:
        """Show that the pages are being made anew."""
        self._busy.setVisible(working)

    def set_in_turns(self, *, in_turns: bool) -> None:
        """In a narrow window there is a way back."""
        self._back.setVisible(in_turns)

    @property
    def has_pages(self) -> bool:
        """Whether there is something to save or print."""
        return bool(self.view.pages)

    def _drop_notice(self) -> None:
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None

    def _show_state(self, title: str, text: str) -> None:
        self.view.show_pages(())
        self.thumbs.show_pages((), 0)
        self._state.show_state(title, text)
        self._stack.setCurrentIndex(0)
        self._show_page(0)

    @Slot(int)
    def _show_page(self, page: int) -> None:
        pages = self.view.pages
        self._number.setText(f"Page {page + 1} sur {pages}" if pages else "Aucune page")
        self._earlier.setEnabled(page > 0)
        self._later.setEnabled(page + 1 < pages)
        for button in (self._save, self._print, self._copy, self._larger, self._smaller, self._size):
            button.setEnabled(bool(pages))
        self.thumbs.show_page(page)
        if pages:
            across, down = self.view.size_of(page)
            self._format.setText("A4 paysage" if across > down else "A4 portrait")
        self._format.setVisible(bool(pages) and self.width() >= self._theme.px(_FORMAT_FROM))

    @Slot()
    def _show_zoom(self) -> None:
        fits = {"page": "Page entière", "width": "Largeur"}
        self._size.setText(fits.get(self.view.fit, f"{round(self.view.scale * 100)}\u00a0%"))
        self._size.setAccessibleName(f"Taille de la page\u00a0: {self._size.text()}")
        self._size.updateGeometry()

    # -- parts

    def _bar(self) -> QFrame:
        theme, px = self._theme, self._theme.px
        bar = QFrame(self)
        bar.setProperty("look", "desk_bar")
        bar.setFixedHeight(px(56))
        self._back = plain_button("Contenu", bar, look="plain")
        self._back.setIcon(themed_icon("arrow-left", theme, token="ink"))
        self._back.setIconSize(QSize(px(18), px(18)))
        self._back.clicked.connect(self.contents_wanted)
        self._back.hide()
        self._earlier = self._icon("chevron-left", "Page précédente", bar)
        self._later = self._icon("chevron-right", "Page suivante", bar)
        self._earlier.clicked.connect(self._go_back)
        self._later.clicked.connect(self._go_on)
        self._number, self._format = QLabel(bar), QLabel(bar)
        self._format.setProperty("role", "quiet")
        self._smaller = self._icon("minus", "Réduire la page", bar)
        self._larger = self._icon("plus", "Agrandir la page", bar)
        self._smaller.clicked.connect(self.view.zoom_out)
        self._larger.clicked.connect(self.view.zoom_in)
        self._size = SignButton(theme, bar)
        self._size.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._size)
        for place, (label, _, _) in enumerate(_ZOOMS):
            menu.addAction(label).setData(place)
        menu.triggered.connect(self._choose_zoom)
        self._size.setMenu(menu)
        self._copy = self._icon("copy", f"Copier le texte ({shown_keys('copy_sheet')})", bar)
        self._copy.clicked.connect(self.copy_wanted)
        self._print = plain_button("Imprimer…", bar)
        self._print.setIcon(themed_icon("printer", theme, token="ink"))
        self._print.setIconSize(QSize(px(18), px(18)))
        self._print.setToolTip(f"Imprimer ({shown_keys('print')})")
        self._print.clicked.connect(self.print_wanted)
        self._save = plain_button("Enregistrer…", bar, look="main")
        self._save.setIcon(themed_icon("download", theme, token="on_accent"))
        self._save.setIconSize(QSize(px(18), px(18)))
        self._save.setToolTip(f"Enregistrer en PDF, page web, Markdown ({shown_keys('save_pdf')})")
        self._save.clicked.connect(self.save_wanted)
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(16), 0, px(20), 0)
        row.setSpacing(px(4))
        for part in (self._back, self._earlier, self._number, self._later):
            row.addWidget(part)
        row.addSpacing(px(8))
        row.addWidget(self._format)
        row.addStretch(1)
        for part in (self._smaller, self._size, self._larger):
            row.addWidget(part)
        row.addSpacing(px(8))
        row.addWidget(self._copy)
        row.addWidget(self._print)
        row.addSpacing(px(4))
        row.addWidget(self._save)
        return bar

    def _icon(self, icon: str, label: str, parent: QWidget) -> QToolButton:
        button = QToolButton(parent)
        button.setIcon(themed_icon(icon, self._theme, token="ink"))
        button.setIconSize(QSize(self._theme.px(18), self._theme.px(18)))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(label)
        button.setToolTip(label)
        return button

    def _order_tabs(self) -> None:
        stops: tuple[QWidget, ...] = (
            *(self._back, self._earlier, self._later, self._smaller, self._size, self._larger),
            *(self._copy, self._print, self._save, self.view, self.thumbs),
        )
        for before, after in itertools.pairwise(stops):
            QWidget.setTabOrder(before, after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room: the thumbnails, the format, the zoom, then words."""
        super().resizeEvent(event)
        px, width = self._theme.px, self.width()
        self.thumbs.setVisible(width >= px(_THUMBS_FROM))
        self._format.setVisible(self.has_pages and width >= px(_FORMAT_FROM))
        for part in (self._smaller, self._size, self._larger):
            part.setVisible(width >= px(_ZOOM_FROM))
        words = width >= px(_WORDS_FROM)
        for button, label in ((self._print, "Imprimer…"), (self._save, "Enregistrer…")):
            button.setText(f" {label}" if words else "")
            button.setAccessibleName(label)

    # -- what the person does

    @Slot()
    def _go_back(self) -> None:
        self.view.go_to(self.view.page - 1)

    @Slot()
    def _go_on(self) -> None:
        self.view.go_to(self.view.page + 1)

    @Slot(QAction)
    def _choose_zoom(self, action: QAction) -> None:
        _, fit, scale = _ZOOMS[action.data()]
        if fit:
            self.view.set_fit(fit)
        else:
            self.view.zoom(scale)
