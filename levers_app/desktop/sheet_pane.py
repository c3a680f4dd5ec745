"""The sheet of the window: header and text, or what stands there while there is no sheet."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from levers_app.desktop.find_bar import FindBar
from levers_app.desktop.place import DRAFT_MARK, Depth
from levers_app.desktop.review_bar import ReviewBar
from levers_app.desktop.sheet_header import SheetHeader
from levers_app.desktop.sheet_page import SheetPage
from levers_app.desktop.sheet_parts import has_two_depths
from levers_app.desktop.states import StatePage
from levers_app.desktop.theme import Theme
from levers_app.sheets.document import Document
from levers_app.sheets.leaving import is_restricted

LOADING = "Ouverture de la fiche…"
FAILED = "La fiche ne s’est pas ouverte"
_LOW = 420
"""Under this height the head gives the text room: a smaller title, and that alone under the find bar."""


class SheetPane(QFrame):
    """Shows one sheet, and tells what the person asks of it.

    Signals:
        record_requested: id of a record to go to.
        address_requested: web or mail address to open outside; nothing is opened here.
        depth_changed: ``essential`` or ``full``.
        favourite_toggled: id of the sheet, and whether it is a favourite now.
        history_requested, local_requested, original_requested: something beside the sheet is to be shown.
        delete_requested: it is to go.
        edit_requested, note_requested, copy_requested, pdf_requested, print_requested: id of the sheet.
        copy_refused: words that may not leave were to be copied.
        reading_toggled: to enlarge the sheet, or bring the list back.
        scrolled: the place in the text changed.
    """

    record_requested = Signal(str)
    address_requested = Signal(str)
    depth_changed = Signal(str)
    favourite_toggled = Signal(str, bool)
    edit_requested = Signal(str)
    history_requested = Signal()
    delete_requested = Signal()
    local_requested = Signal()
    original_requested = Signal()
    note_requested = Signal(str)
    copy_requested = Signal(str)
    pdf_requested = Signal(str)
    print_requested = Signal(str)
    reading_toggled = Signal()
    copy_refused = Signal()
    scrolled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Nothing is shown at first."""
        super().__init__(parent)
        self._theme = theme
        self._document: Document | None = None
        self._depth: Depth = "essential"
        self.setProperty("look", "surface")
        self.setAccessibleName("Fiche")
        self._message = StatePage(theme, self)
        self._sheet = QWidget(self)
        self.find_bar = FindBar(theme, self._sheet)
        self.review = ReviewBar(self._sheet)
        self.header = SheetHeader(theme, self._sheet)
        self.page = SheetPage(theme, self._sheet)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.review)
        column.addWidget(self.header)
        column.addWidget(self.page, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._message)
        self._stack.addWidget(self._sheet)
        self._connect()

    def _connect(self) -> None:
        # The head: what to do with the sheet.
        self.header.depth_chosen.connect(self.choose_depth)
        self.header.favourite_toggled.connect(self._toggle_favourite)
        self.header.edit_asked.connect(self._ask_edit)
        self.header.history_asked.connect(self.history_requested)
        self.header.delete_asked.connect(self.delete_requested)
        self.header.local_asked.connect(self.local_requested)
        self.header.original_asked.connect(self.original_requested)
        self.review.edit_wanted.connect(self._ask_edit)
        self.header.note_asked.connect(self._ask_note)
        self.header.copy_asked.connect(self._ask_copy)
        self.header.pdf_asked.connect(self._ask_pdf)
        self.header.print_asked.connect(self._ask_print)
        self.header.reading_asked.connect(self.reading_toggled)
        self.header.goal_chosen.connect(self.page.go_to)
        # The text and its margin: where to go.
        for text in (self.page.body, self.page.margin):
            text.record_requested.connect(self.record_requested)
            text.address_requested.connect(self.address_requested)
            text.copy_refused.connect(self.copy_refused)
        self.page.arranged.connect(self._align_header)
        self.page.scrolled.connect(self.scrolled)
        # Tab goes through the head, the contents, the text, the margin.
        QWidget.setTabOrder(self.header, self.page.contents)
        QWidget.setTabOrder(self.page.contents, self.page.body)
        QWidget.setTabOrder(self.page.body, self.page.margin)

    # -- what is shown

    @property
    def document(self) -> Document | None:
        """The sheet shown, if any."""
        return self._document

    @property
    def shown_depth(self) -> Depth:
        """The depth at which it is shown."""
        return self._depth

    def show_document(self, document: Document, *, depth: Depth, favourite: bool, scroll: int = 0) -> None:
        """Show a sheet, ``scroll`` pixels down."""
        self._document, self._depth = document, depth
        self._stack.setCurrentWidget(self._sheet)
        stays = is_restricted(document) or document.id.startswith(DRAFT_MARK)
        for text in (self.page.body, self.page.margin):
            text.keep_inside(inside=stays)
        self.header.prints_local.setChecked(False)
        self.review.show_review(document.review)
        self.header.show_head(document, depth, favourite=favourite)
        self.page.show_sheet(document, depth, self._theme, scroll=scroll)

    def show_nothing(self, title: str, hint: str) -> None:
        """Say why there is no sheet, and what to do next."""
        self._show_state(title, hint)

    def show_loading(self) -> None:
        """Say that the sheet is on its way."""
        self._show_state("", LOADING, busy=True)

    def show_error(self, text: str) -> None:
        """Say what went wrong, in the sentence of the error."""
        self._show_state(FAILED, text)

    def _show_state(self, title: str, text: str, *, busy: bool = False) -> None:
        self._document = None
        self._message.show_state(title, text, busy=busy)
        self._stack.setCurrentWidget(self._message)

    def set_theme(self, theme: Theme) -> None:
        """Draw everything again with another look, at the same place of the text."""
        self._theme = theme
        self._message.set_theme(theme)
        self.find_bar.set_theme(theme)
        self.header.set_theme(theme)
        if self._document is not None:
            self.header.show_head(self._document, self._depth, favourite=self.header.favourite.isChecked())
        self.page.set_theme(theme)

    def set_favourite(self, favourite: bool) -> None:
        """Show whether the sheet is a favourite."""
        self.header.set_favourite(favourite)

    def show_find_bar(self, *, shown: bool) -> None:
        """Show or hide the bar above the sheet."""
        self.find_bar.setVisible(shown)
        self._align_header()

    def set_reading(self, reading: bool) -> None:
        """Say whether the pane is enlarged."""
        self.header.set_reading(reading)

    def set_depth(self, depth: Depth) -> None:
        """Show the same sheet at another depth, from its top."""
        if self._document is not None and depth != self._depth:
            self.show_document(self._document, depth=depth, favourite=self.header.favourite.isChecked())

    def scroll_position(self) -> int:
        """How far down the text is, in pixels."""
        return self.page.body.verticalScrollBar().value()

    def focus_text(self, reason: Qt.FocusReason = Qt.FocusReason.ShortcutFocusReason) -> None:
        """Give the keyboard to the text."""
        self.page.body.setFocus(reason)

    # -- what the person does

    @Slot()
    def _align_header(self) -> None:
        shape, width = self.page.plan, self.page.width()
        end = shape.text + shape.width + (self._theme.px(40 + 272) if shape.margin else 0)
        two = self._document is not None and has_two_depths(self._document)
        low = self.height() < self._theme.px(_LOW)
        self.header.set_room(low=low, compact=low and not self.find_bar.isHidden())
        menu = not shape.contents and len(self.page.entries) > 1
        self.header.arrange(shape.left, max(width - end, 0), contents=menu, depths=two)
        self.find_bar.arrange(shape.left, max(width - end, 0))
        self.header.show_entries(self.page.entries)

    @Slot(str)
    def choose_depth(self, depth: Depth) -> None:
        """Show another depth because the person chose it."""
        if depth != self._depth:
            self.set_depth(depth)
            self.depth_changed.emit(depth)

    @Slot(bool)
    def _toggle_favourite(self, on: bool) -> None:
        if self._document is not None:
            self.favourite_toggled.emit(self._document.id, on)

    @Slot()
    def _ask_edit(self) -> None:
        if self._document is not None:
            self.edit_requested.emit(self._document.id)

    @Slot()
    def _ask_note(self) -> None:
        if self._document is not None:
            self.note_requested.emit(self._document.id)

    @Slot()
    def _ask_copy(self) -> None:
        if self._document is not None:
            self.copy_requested.emit(self._document.id)

    @Slot()
    def _ask_pdf(self) -> None:
        if self._document is not None:
            self.pdf_requested.emit(self._document.id)

    @Slot()
    def _ask_print(self) -> None:
        if self._document is not None:
            self.print_requested.emit(self._document.id)
