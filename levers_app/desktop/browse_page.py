"""A list and the sheet of its chosen row, side by side or in turns when the window is narrow."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedLayout, QWidget

from levers_app.catalogue.typography import shortened
from levers_app.desktop.directions import isolated
from levers_app.desktop.place import Place
from levers_app.desktop.results_pane import ResultsPane
from levers_app.desktop.rows import Listing
from levers_app.desktop.sheet_pane import SheetPane
from levers_app.desktop.states import StatePage, WayOn
from levers_app.desktop.theme import Theme

_EMPTY = {
    "favourites": (
        "Pas encore de favori",
        "Ouvrez une fiche et appuyez sur l’étoile, ou sur Ctrl + D : elle vous attendra ici.",
    ),
    "drafts": (
        "Aucun brouillon",
        "Ctrl + N commence un exemple. Ce que vous écrivez est gardé à mesure, et vous attend ici.",
    ),
    "review": (
        "Rien à relire",
        "Les exemples envoyés par les référents attendent ici qu’un relecteur les publie ou les renvoie.",
    ),
    "recent": (
        "Aucune fiche lue pour l’instant",
        "Les fiches que vous ouvrez se retrouvent ici, la dernière en premier.",
    ),
}
_WAYS_ON: tuple[WayOn, ...] = (
    WayOn("page:problems", "Parcourir les situations"),
    WayOn("page:levers", "Parcourir les leviers"),
    WayOn("page:cases", "Parcourir les exemples"),
)


class BrowsePage(QWidget):
    """List and sheet, or a designed empty state.

    Signals:
        choice_made: key of a way on (see ``rows.Suggestion``), or ``page:…``.
    """

    choice_made = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin in the loading state."""
        super().__init__(parent)
        self.results = ResultsPane(theme, self)
        self.sheet = SheetPane(theme, self)
        self._state = StatePage(theme, self)
        self._state.chosen.connect(self.choice_made)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.addWidget(self.results)
        self._splitter.addWidget(self.sheet)
        self.results.lower()  # first for screen readers too: the splitter turns them round
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.setStretchFactor(1, 1)
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self._splitter)
        self._layout.addWidget(self._state)
        self._in_turns = False
        self._reading = False
        self._laid_out = False
        self.enlarged = False
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self.results.set_theme(theme)
        self.sheet.set_theme(theme)
        self._state.set_theme(theme)
        self.results.setMinimumWidth(theme.px(260))
        self.sheet.setMinimumWidth(theme.px(320))

    def set_list_width(self, width: int) -> None:
        """Give the list ``width`` pixels, the sheet the rest."""
        self._splitter.setSizes([width, max(1, self.width() - width)])

    def list_width(self) -> int:
        """Width of the list in pixels, 0 as long as no list was shown: a splitter that was never laid out lies."""
        return self._splitter.sizes()[0] if self._laid_out else 0

    def showEvent(self, event: QShowEvent) -> None:
        """From here on the widths mean something, if the list is in front."""
        super().showEvent(event)
        self._laid_out = self._laid_out or self._layout.currentWidget() is self._splitter

    def set_in_turns(self, *, in_turns: bool) -> None:
        """In a narrow window list and sheet take turns."""
        self._in_turns = in_turns
        self._arrange()

    def set_enlarged(self, *, enlarged: bool) -> None:
        """Reading mode: the sheet alone."""
        self.enlarged = enlarged
        self.sheet.set_reading(enlarged)
        self._arrange()

    @property
    def sheet_in_front(self) -> bool:
        """Whether the sheet hides the list, in a narrow window."""
        return self._in_turns and self._reading

    def show_place(self, place: Place) -> None:
        """Choose the row of the open record and bring list or sheet to the front."""
        self._reading = place.reading
        self.results.list.choose(place.record)
        self._arrange()
        if self.sheet_in_front:
            self.sheet.focus_text()

    def show_listing(self, place: Place, listing: Listing) -> None:
        """Show the list of a place, or what to do when it is empty."""
        front = self._state if not listing.rows else self._splitter
        other = self._splitter if front is self._state else self._state
        had_focus = other.isAncestorOf(QApplication.focusWidget() or self)
        if not listing.rows:
            self._show_empty(place, listing)
        else:
            self._show_rows(place, listing)
        if had_focus:  # what had the keyboard is hidden now
            self.take_focus(Qt.FocusReason.OtherFocusReason)

    def _show_rows(self, place: Place, listing: Listing) -> None:
        self._layout.setCurrentWidget(self._splitter)
        self._laid_out = self._laid_out or self.isVisible()
        self.results.show_listing(place, listing)
        if place.record:
            self.results.list.choose(place.record)  # which scrolls to it
        if place.list_scroll or not place.record:
            self.results.list.verticalScrollBar().setValue(place.list_scroll)

    def _show_empty(self, place: Place, listing: Listing) -> None:
        if place.page in _EMPTY and not place.filters:
            title, text = _EMPTY[place.page]
            choices = _WAYS_ON
        elif place.query.strip():
            title, text, choices = "Rien ne répond à cette recherche", listing.why or _why(place), _ways_out(listing)
        elif place.filters:
            title, text = "Aucune fiche ne répond à ces filtres ensemble", "Retirez un filtre pour élargir."
            choices = _ways_out(listing)
        else:
            title, text = "Que cherchez-vous\u202f?", "Écrivez un lieu, un trouble, un levier, un sigle ou un article."
            choices = _WAYS_ON
        self._state.show_state(title, text, choices)
        self._layout.setCurrentWidget(self._state)

    def _arrange(self) -> None:
        alone = self._in_turns or self.enlarged
        sheet_first = self.enlarged or self._reading
        self.results.setVisible(not alone or not sheet_first)
        self.sheet.setVisible(not alone or sheet_first)

    @Slot()
    def focus_list(self) -> None:
        """Give the keyboard to the list, or to the ways on where there is none."""
        self.take_focus(Qt.FocusReason.ShortcutFocusReason)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Give the keyboard to what is in front: the list or, when it is hidden, the sheet or the ways on."""
        if self._layout.currentWidget() is self._state:
            self._state.take_focus(reason)
        elif self.results.isHidden():
            self.sheet.focus_text(reason)
        else:
            self.results.list.choose_first()
            self.results.list.setFocus(reason)


def _why(place: Place) -> str:
    sentence = f"Aucune fiche ne contient «\u00a0{isolated(shortened(place.query.strip()))}\u00a0»"
    return f"{sentence} avec ces filtres." if place.filters else f"{sentence}."


def _ways_out(listing: Listing) -> tuple[WayOn, ...]:
    tries = tuple(WayOn(tried.key, tried.words, tried.detail) for tried in listing.suggestions)
    return tries or _WAYS_ON
