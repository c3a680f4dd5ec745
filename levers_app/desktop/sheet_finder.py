"""Marks the words of a search in the open sheet, and leads from passage to passage with the find bar."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from levers_app.catalogue.errors import LeviersError
from levers_app.desktop.jobs import Job, Jobs
from levers_app.desktop.passages import Found, MarkedText, Passage
from levers_app.desktop.sheet_pane import SheetPane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from levers_app.services import Services
    from levers_app.sheets.document import Document

Spot = tuple[int, int]
"""A text of the sheet (title, body or margin), and a place in it."""
Question = tuple[str, "Document | None", str]
"""Words, the sheet in which they are looked for, and its depth."""
_NOWHERE = -1
_NOTHING = Found()


class SheetFinder(QObject):
    """Looks for words in whatever text the sheet shows, on a worker; answers that come too late are dropped."""

    def __init__(self, pane: SheetPane, jobs: Jobs) -> None:
        """Nothing is looked for before :meth:`begin`."""
        super().__init__(pane)
        self._pane, self._bar, self._jobs = pane, pane.find_bar, jobs
        self._texts: tuple[MarkedText, ...] = (pane.header.title, pane.page.body, pane.page.margin)
        self._services: Services | None = None
        self._words = self._put_away = ""
        self._job: Job | None = None
        self._asked: Question = ("", None, "")
        self._shown: Question = self._asked
        self._passages: list[tuple[int, Passage]] = []
        self._at = _NOWHERE
        self._from: Spot | None = None
        self._steps = 0
        self._moves = False
        self._full: tuple[Document | None, str] = (None, "")
        self._bar.edited.connect(self._follow_typing)
        self._bar.next_asked.connect(self.go_next)
        self._bar.previous_asked.connect(self.go_previous)
        self._bar.full_asked.connect(self._show_full)
        self._bar.closing.connect(self.close)
        pane.page.written.connect(self._look)

    def begin(self, services: "Services") -> None:
        """Use the open base."""
        self._services = services
        self._look()

    def set_words(self, words: str) -> None:
        """Say what the search beside the sheet looks for; the next sheet shows it."""
        if words != self._words:
            self._words, self._put_away = words, ""
            if words.strip() and self._is_open:
                self._bar.show_words(words)

    # -- what the person does

    @Slot()
    def open(self) -> None:
        """Ctrl+F: the keyboard goes to the bar, which begins with the words of the search."""
        if not self._is_open:
            self._bar.show_words(self._words.strip() or self._bar.field.text())
            self._pane.show_find_bar(shown=True)
            self._moves = True
            self._look()
        self._bar.take_focus()

    @Slot()
    def close(self) -> bool:
        """Esc: back to reading where one is, with the marks that were there before; return false if it was closed.

        Who only looked for the words of the search again wants no marks.
        """
        if not self._is_open:
            return False
        self._put_away = self._bar.field.text().strip()
        spot = self._spot()
        self._pane.show_find_bar(shown=False)
        if spot is not None and self._texts[spot[0]] is self._pane.page.body:
            self._pane.page.body.put_cursor(spot[1])
        self._pane.focus_text()
        self._look()
        return True

    @Slot()
    def go_next(self) -> None:
        """To the next passage, the first after the last."""
        self._step(1)

    @Slot()
    def go_previous(self) -> None:
        """To the passage before, the last before the first."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self._pane.document is None or not self._pane.isVisible():
            return
        if not self._is_open:
            self.open()
            return
        self._steps += by
        self._moves = True
        if self._job is None:
            self._move()

    @Slot()
    def _follow_typing(self) -> None:
        self._from = self._spot()
        self._moves = True
        self._look()

    @Slot()
    def _show_full(self) -> None:
        self._moves = True
        self._pane.choose_depth("full")

    # -- looking

    @property
    def _is_open(self) -> bool:
        return not self._bar.isHidden()

    def _wanted(self) -> str:
        """Return the words to look for now."""
        words = (self._bar.field.text() if self._is_open else self._words).strip()
        return "" if not self._is_open and words == self._put_away else words

    @Slot()
    def _look(self) -> None:
        """Look for what is wanted in what is shown."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        services, words = self._services, self._wanted()
        self._asked = (words, self._pane.document, self._pane.shown_depth)
        if services is None or not words or self._pane.document is None:
            self._show(_NOTHING)
            return
        texts, full = [text.words() for text in self._texts], self._full_texts()
        self._job = self._jobs.read(lambda: _look(services, words, texts, full), self._show, self._fail)

    def _full_texts(self) -> list[str]:
        """Return the texts of the full sheet while the bar is open on *L’essentiel*; it is written once a sheet."""
        document = self._pane.document
        if not self._is_open or document is None or self._pane.shown_depth == "full":
            return []
        if self._full[0] is not document:
            self._full = (document, self._pane.page.full_text())
        return [self._texts[0].words(), self._full[1]]

    # -- showing

    def _show(self, found: Found) -> None:
        self._job = None
        before, same = len(self._passages), self._asked == self._shown
        self._shown = self._asked
        passages = found.passages or ((),) * len(self._texts)
        for text, group in zip(self._texts, passages, strict=True):
            text.show_marks([stretch for passage in group for stretch in passage.words])
        self._passages = [(place, passage) for place, group in enumerate(passages) for passage in group]
        if not self._is_open or not self._passages:
            self._at = _NOWHERE
        elif self._at == _NOWHERE or not same or before != len(self._passages):
            self._at = self._first_from(self._from or self._reading_spot())
        self._from = None
        total = len(self._passages)
        self._bar.offer_full(found.in_full if found.in_full > total else 0)
        self._move()

    def _move(self) -> None:
        """Go the steps that were asked for, and show where one is."""
        total = len(self._passages)
        if total and self._is_open:
            self._at = (self._at + self._steps) % total
        if self._is_open:
            self._bar.show_count(self._at + 1, total, asked=bool(self._asked[0]))
        spot = self._spot()
        for place, text in enumerate(self._texts):
            here = spot is not None and spot[0] == place
            text.show_current(self._passages[self._at][1].stretch if here else None)
        if spot is not None and self._moves:
            self._texts[spot[0]].reveal(spot[1])
        self._steps, self._moves = 0, False

    def _spot(self) -> Spot | None:
        """Return where the passage begins at which the person is."""
        if self._at == _NOWHERE:
            return None
        place, passage = self._passages[self._at]
        return place, passage.stretch[0]

    def _reading_spot(self) -> Spot:
        """Return the first place in sight: the title, while the text is at its top."""
        position, _ = self._pane.page.body.reading_place()
        return (1, position) if position else (0, 0)

    def _first_from(self, spot: Spot) -> int:
        places = enumerate(self._passages)
        return next((at for at, (text, passage) in places if (text, passage.stretch[0]) >= spot), 0)

    def _fail(self, error: Exception) -> None:
        self._show(_NOTHING)
        if isinstance(error, LeviersError):
            self._bar.show_failure(str(error))
        else:
            self._jobs.unexpected.emit(error)


def _look(services: "Services", words: str, texts: "Sequence[str]", full: "Sequence[str]") -> Found:
    from levers_app.desktop.passage_search import look  # noqa: PLC0415 - on a worker: it imports the search

    return look(services, words, texts, full)
