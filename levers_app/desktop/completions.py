"""Completes what is typed in the search fields: asks at each pause, shows the list under the field, takes the choice.

Keys, while the list is open: Down and Up move in it; below its last row Down goes on to the results, above its first
one Up is back in the words. Enter takes the chosen row, and is what it always is while none is chosen. Tab completes
the words with the chosen row, or else with the first that goes on from them; where none does it goes to the next part
of the window. Esc closes the list, nothing else; it opens again with the next letter. While the list is closed all keys
mean what they mean without it: Down goes to the results.

An empty field offers the last searches when a person asks for it: by a click, Ctrl+K, Down at home.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

from levers_app.catalogue.errors import LeviersError
from levers_app.desktop.completion_popup import CompletionPopup, spoken
from levers_app.desktop.dialogs import announce
from levers_app.desktop.search_field import SearchField
from levers_app.desktop.theme import Theme
from levers_app.search.folded_lines import flat
from levers_app.sheets.wording import counted

if TYPE_CHECKING:
    from levers_app.desktop.jobs import Job
    from levers_app.desktop.place import Place
    from levers_app.desktop.window import MainWindow
    from levers_app.search.completing import Completion
    from levers_app.services import Services

_SEARCHED = {"recent", "place"}
"""What is searched at once when it is taken; other words go on being typed."""


class Completions(QObject):
    """The completions of both search fields of the window."""

    def __init__(self, window: "MainWindow") -> None:
        """Watch the fields; there is nothing to offer until :meth:`begin`."""
        super().__init__(window)
        self._window = window
        self._services: Services | None = None
        self._job: Job | None = None
        self._field = window.top.search
        self.popup = CompletionPopup(window.look.theme, window)
        self.popup.taken.connect(self.take)
        window.look.changed.connect(self._set_theme)
        window.navigator.moved.connect(self._close_elsewhere)
        window.home.search.textEdited.connect(self._go_on_typing)
        for field in (window.home.search, window.top.search):
            field.edited.connect(self._ask_for_sender)
            field.textEdited.connect(self._choose_none)
            field.installEventFilter(self)

    def begin(self, services: "Services") -> None:
        """Use the open base."""
        self._services = services

    def prepare(self) -> None:
        """Make ready what the first letters that are typed would wait for: names, values, orders."""
        services = self._services
        if services is not None:
            self._window.jobs.read(lambda: _prepare(services), self._prepared, self._fail)

    def close(self) -> None:
        """Hide the list, and drop the answer that may be under way."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._window.removeEventFilter(self)
        self.popup.hide()

    # -- asking

    def ask(self, field: SearchField) -> None:
        """Ask for completions of what stands in ``field``; a later question drops this one."""
        services = self._services
        if services is None or not field.hasFocus():
            self.close()
            return
        if self._job is not None:
            self._job.cancel()
        self._field = field
        text, cursor = field.text(), field.cursorPosition()
        read = self._window.jobs.read
        self._job = read(lambda: _completions(services, text, cursor), self._show, self._fail)

    @Slot()
    def _ask_for_sender(self) -> None:
        field = self.sender()
        if isinstance(field, SearchField):
            self.ask(field)

    @Slot(str)
    def _go_on_typing(self, text: str) -> None:
        """The first letter typed at home is in the field of the top bar now."""
        if text.strip():
            self.ask(self._window.top.search)

    def _show(self, completions: "tuple[Completion, ...]") -> None:
        was_hidden = self.popup.isHidden()
        self._job = None
        if not self._field.hasFocus():
            return
        self.popup.show_under(self._field, completions)
        self._window.installEventFilter(self)
        if was_hidden and completions:
            announce(self._field, counted(self.popup.model.rowCount(), "suggestion"))

    def _prepared(self, _: object) -> None:
        self._window.base_read.emit()

    def _fail(self, error: Exception) -> None:
        """The search that runs beside tells what is wrong with the base."""
        self.close()
        if not isinstance(error, LeviersError):
            self._window.jobs.unexpected.emit(error)

    # -- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that are for the list before the field does."""
        if isinstance(watched, SearchField):
            match event.type():
                case QEvent.Type.KeyPress:
                    assert isinstance(event, QKeyEvent)  # noqa: S101 - of that type
                    return self._press(watched, event)
                case QEvent.Type.FocusOut | QEvent.Type.Resize | QEvent.Type.Hide:
                    self.close()
                case QEvent.Type.FocusIn:
                    assert isinstance(event, QFocusEvent)  # noqa: S101 - of that type
                    if event.reason() == Qt.FocusReason.ShortcutFocusReason:
                        self._offer_recent(watched)
                case QEvent.Type.MouseButtonRelease:
                    assert isinstance(event, QMouseEvent)  # noqa: S101 - of that type
                    if event.button() == Qt.MouseButton.LeftButton:
                        self._offer_recent(watched)
        elif event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.Resize}:
            self.close()
        return False

    def _offer_recent(self, field: SearchField) -> bool:
        """Ask for the last searches if the field is empty; tell whether it is."""
        if field.text().strip():
            return False
        self.ask(field)
        return True

    def _press(self, field: SearchField, event: QKeyEvent) -> bool:
        """Return whether the key was for the list."""
        key = event.key()
        if self.popup.isHidden():
            at_home = field is self._window.home.search
            return key == Qt.Key.Key_Down and at_home and self._offer_recent(field)
        used = False
        match key:
            case Qt.Key.Key_Down:
                used = self._move(1)
            case Qt.Key.Key_Up:
                self._move(-1)
                used = True
            case Qt.Key.Key_Escape:
                self.close()
                used = True
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                used = self._enter()
            case Qt.Key.Key_Tab if not event.modifiers():
                used = self._complete(field)
        return used

    def _move(self, step: int) -> bool:
        """Move in the list; return whether there was a row to go to."""
        completion = self.popup.move_choice(step)
        if completion is not None:
            announce(self._field, spoken(completion), urgent=True)
        return completion is not None

    def _enter(self) -> bool:
        """Take the chosen completion; without one, Enter leads to the results as ever."""
        completion = self.popup.chosen()
        self.close()
        if completion is not None:
            self.take(completion)
        return completion is not None

    def _complete(self, field: SearchField) -> bool:
        """Tab: put into the words the chosen completion, or the first that goes on from them; else Tab goes on."""
        typed = field.text()
        offered = [chosen] if (chosen := self.popup.chosen()) is not None else self.popup.model.completions
        self.close()
        completion = next((offer for offer in offered if chosen is not None or _goes_on(offer, typed)), None)
        if completion is None or completion.text.split() == typed.split():
            return False
        field.put(completion.text, completion.cursor)
        return True

    # -- taking

    @Slot(object)
    def take(self, completion: "Completion") -> None:
        """Open the record, search what is whole, or put the words into the field, where typing goes on."""
        self.close()
        window = self._window
        if completion.record_id:
            window.navigator.open(completion.record_id)
            window.workspace.browse.sheet.focus_text(window.workspace.focus_reason())
        elif self._field is window.home.search:
            window.home.words_typed.emit(completion.text)
            window.top.search.entered.emit(completion.text)
        else:
            self._field.put(completion.text, completion.cursor)
            if completion.kind in _SEARCHED:
                self.close()
                self._field.entered.emit(completion.text)

    @Slot()
    def _choose_none(self) -> None:
        """What was chosen was chosen for other words."""
        self.popup.choose(None)

    @Slot(object)
    def _close_elsewhere(self, place: "Place") -> None:
        """Going elsewhere closes the list; typing goes on in the same place."""
        if place.page != "search" or place.query != self._field.text():
            self.close()

    @Slot(object)
    def _set_theme(self, theme: Theme) -> None:
        self.close()
        self.popup.set_theme(theme)


def _prepare(services: "Services") -> None:
    """On a worker: what is built once is built, and nothing shown."""
    _completions(services, "a", 1)
    services.engine.values()
    services.engine.search("a", limit=1)


def _goes_on(completion: "Completion", typed: str) -> bool:
    """Tell whether what is typed, or its last word, is the beginning of a completion that says more."""
    words, text = flat(typed), flat(completion.text)
    last = words.rpartition(" ")[2]
    return bool(words) and text != words and (text.startswith(words) or flat(completion.label).startswith(last))


def _completions(services: "Services", text: str, cursor: int) -> "tuple[Completion, ...]":
    """On a worker: the last searches, then the completions."""
    try:
        recent = services.personal.recent_searches()
    except LeviersError:  # they are told of where they are shown and written
        recent = []
    return services.engine.complete(text, recent, cursor)
