"""The page on which an example is written: its head, its steps, the form, and what it still needs."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from levers_app.catalogue.draft import Entry, faults, missing, rubrics
from levers_app.catalogue.records import Card
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.desktop.caret_sight import CaretSight
from levers_app.desktop.dialogs import Choice, plain_button, text_label
from levers_app.desktop.entry_form import EntryForm
from levers_app.desktop.entry_notices import EntryNotice, SimilarBar
from levers_app.desktop.entry_pages import PAGE_OF, PAGES
from levers_app.desktop.entry_standing import advice, page_state
from levers_app.desktop.entry_step_menu import StepMenu
from levers_app.desktop.entry_steps import Meter, Steps
from levers_app.desktop.entry_turning import Turning
from levers_app.desktop.reading_order import in_reading_order
from levers_app.desktop.theme import Theme

_ASIDE_FROM, _STEPS_FROM = 920, 700
_COLUMN = 560


class EntryPage(QWidget):
    """Head, steps, form and meter; it only tells what was asked.

    Signals:
        edited: something was typed or chosen.
        send_wanted: the person is done.
        discard_wanted: the draft is to be thrown away.
        profile_wanted: another person signs.
        record_wanted: id of a similar example, to be looked at.
    """

    edited = Signal()
    send_wanted = Signal()
    discard_wanted = Signal()
    profile_wanted = Signal()
    record_wanted = Signal(str)

    def __init__(self, theme: Theme, vocabulary: Vocabulary, parent: QWidget) -> None:
        """Begin with an empty form."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.form = EntryForm(theme, vocabulary, self)
        self.form.edited.connect(self.edited)
        self.form.reviewed.connect(self.judge)
        self.steps = Steps([page.step for page in PAGES], theme, self)
        self.steps.chosen.connect(self.show_page)
        self.steps.entered.connect(self._enter_page)
        self.step_menu = StepMenu(self.steps.buttons, theme, self)
        self.step_menu.entered.connect(self._enter_page)
        self._order_timer = QTimer(self, singleShot=True, interval=0)
        self._order_timer.timeout.connect(self._order_tabs)
        self.form.arranged.connect(self._order_timer.start)
        self.meter = Meter(theme, self)
        self.meter.wanted.connect(self.go_to)
        self._notice = EntryNotice(self)
        self._like = SimilarBar(self)
        self._like.open_wanted.connect(self.record_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._notice)
        column.addWidget(self._like)
        column.addWidget(self._narrow())
        column.addLayout(self._middle(), 1)
        self.show_entry(Entry())

    # -- what is shown

    def show_entry(self, entry: Entry, *, heading: str = "Ajouter un exemple", state: str = "Brouillon") -> None:
        """Show a draft from its first page."""
        self._heading.setText(heading)
        self._state.setText(state)
        self.show_kept("")
        self.show_notice("")
        self.show_similar(())
        self.form.show_entry(entry)
        self.show_page(0)
        self.judge()

    def show_profile(self, signature: str, send: str) -> None:
        """Say who signs, and name the button that sends: « Envoyer à relire », « Publier »."""
        self._signed.setText(f"Signé\u00a0: {signature}")
        self._send.setText(send)

    def show_kept(self, text: str, *, failed: bool = False) -> None:
        """Say when the draft was kept, or why it is not."""
        self._kept.setText(text)
        self._kept.setProperty("ink", "error" if failed else "ok")
        self._kept.style().unpolish(self._kept)
        self._kept.style().polish(self._kept)

    def show_notice(self, text: str, *choices: Choice) -> None:
        """Say something above the form: what a reviewer asked for, why it was not sent; nothing takes it away."""
        self._notice.show_text(text, choices)

    def show_similar(self, cards: Sequence[Card]) -> None:
        """Say that very similar examples exist, with the way to them."""
        self._like.show_cards(cards)

    @Slot()
    def judge(self) -> Entry:
        """Show what is wrong and what is missing in what is typed, and return that."""
        entry = self.form.entry()
        wrong = faults(entry)
        self.form.show_faults(wrong)
        found, needed = rubrics(entry), missing(entry)
        self.meter.show_rubrics(found, advice(needed, bool(wrong), found, self.form.passages))
        for place, (page, button) in enumerate(zip(PAGES, self.steps.buttons, strict=True)):
            detail, done = page_state(place, entry, found, needed)
            button.show_state(detail, done=done)
            button.setToolTip(page.title)
        return entry

    # -- moves

    @Slot(int)
    def show_page(self, page: int) -> None:
        """Show a page of the form from its top."""
        self.form.make(page)
        self.form.setCurrentIndex(page)
        self.steps.set_page(page)
        self.step_menu.show_page(page)
        self._turning.show_page(page)
        self._area.verticalScrollBar().setValue(0)
        self._fit_form()
        self._order_timer.start()

    @Slot(str)
    def go_to(self, name: str) -> None:
        """Lead to a field."""
        self.show_page(PAGE_OF.get(name, 0))
        box = self.form.boxes.get(name)
        if box is None:
            self.take_focus()
        else:
            box.take_focus()
            QTimer.singleShot(0, box.bring_into_sight)  # once the page has its height

    def take_focus(self) -> None:
        """Give the keyboard to the first field."""
        self.form.boxes[PAGES[self.form.currentIndex()].fields[0]].take_focus()

    def resizeEvent(self, event: object) -> None:
        """In a narrow page the meter goes, then the steps fold into a menu."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._aside.setVisible(self.width() >= self._theme.px(_ASIDE_FROM))
        narrow = self.width() < self._theme.px(_STEPS_FROM)
        self._left.setVisible(not narrow)
        self._state.setVisible(not narrow)
        self._above.setVisible(narrow)
        px = self._theme.px
        self._centre.setContentsMargins(px(32 if narrow else 16), px(16 if narrow else 24), px(24), px(24))

    # -- parts

    def _head(self) -> QWidget:
        theme = self._theme
        head = QFrame(self)
        head.setProperty("look", "entry_head")
        head.setFixedHeight(theme.px(56))
        row = QHBoxLayout(head)
        row.setContentsMargins(theme.px(32), 0, theme.px(24), 0)
        row.setSpacing(theme.px(12))
        self._heading = QLabel(head)
        self._heading.setProperty("role", "bar_title")
        self._state = QLabel(head)
        self._state.setProperty("role", "quiet")
        self._kept = QLabel(head)
        self._kept.setProperty("role", "label")
        discard = self._discard = plain_button("Jeter", head, look="plain")
        discard.setAccessibleName("Jeter le brouillon")
        discard.setToolTip("Jeter le brouillon")
        discard.clicked.connect(self.discard_wanted)
        self._send = plain_button("Envoyer à relire", head, look="main")
        self._send.clicked.connect(self.send_wanted)
        row.addWidget(self._heading)
        row.addWidget(self._state)
        row.addStretch(1)
        for part in (self._kept, discard, self._send):
            row.addWidget(part)
        return head

    def _narrow(self) -> QWidget:
        theme = self._theme
        above = self._above = QFrame(self)
        above.setProperty("look", "surface")
        row = QHBoxLayout(above)
        row.setContentsMargins(theme.px(32), theme.px(12), theme.px(24), 0)
        row.addWidget(self.step_menu)
        row.addStretch(1)
        above.hide()
        return above

    def _middle(self) -> QHBoxLayout:
        theme = self._theme
        self._left = QWidget(self)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(theme.px(20), theme.px(24), theme.px(12), 0)
        left.addWidget(self.steps)
        self._left.setFixedWidth(theme.px(216))
        inside = QFrame(self)
        inside.setProperty("look", "surface")
        centre = self._centre = QHBoxLayout(inside)
        column = QWidget(inside)
        column.setMaximumWidth(theme.px(_COLUMN))
        stack = QVBoxLayout(column)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.form)
        self._turning = Turning(theme, column)
        self._turning.back.clicked.connect(self.turn_back)
        self._turning.on.clicked.connect(self.turn)
        stack.addWidget(self._turning)
        stack.addStretch(1)
        centre.addWidget(column, 1)
        centre.addStretch(0)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        self.form.caret_moved.connect(CaretSight(self._area).follow)
        self._aside = QWidget(self)
        aside = QVBoxLayout(self._aside)
        aside.setContentsMargins(theme.px(8), theme.px(24), theme.px(24), 0)
        aside.addWidget(self.meter, 1)
        self._signed = text_label("", self._aside, role="quiet")
        profile = self._profile = plain_button("Votre profil…", self._aside, look="link")
        profile.clicked.connect(self.profile_wanted)
        aside.addWidget(self._signed)
        aside.addWidget(profile, 0, Qt.AlignmentFlag.AlignLeft)
        aside.addSpacing(theme.px(16))
        self._aside.setFixedWidth(theme.px(248))
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._area, 1)
        row.addWidget(self._aside)
        return row

    def _fit_form(self) -> None:
        """Have the stack as high as the page in front, not as the highest of all."""
        for place, sheet in enumerate(self.form.sheets):
            policy = sheet.sizePolicy()
            here = place == self.form.currentIndex()
            policy.setVerticalPolicy(QSizePolicy.Policy.Preferred if here else QSizePolicy.Policy.Ignored)
            sheet.setSizePolicy(policy)
            sheet.updateGeometry()
        self.form.updateGeometry()

    @Slot(int)
    def _enter_page(self, page: int) -> None:
        """A step was pressed: its page, and the keyboard in its first field."""
        self.show_page(page)
        self.take_focus()

    @Slot()
    def _order_tabs(self) -> None:
        """Have Tab go down the page as one reads it, whatever was made last; throwing away and sending come last."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # of all
        here = self.form.sheets[self.form.currentIndex()]
        fields = [w for w in here.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        fields = in_reading_order(fields, here)
        steps, beside = (self.step_menu, *self.steps.buttons), (*self.meter.lines(), self._profile)
        turning = (self._turning.on, self._turning.back)
        for before, after in pairwise((*steps, *fields, *turning, *beside, self._discard, self._send)):
            QWidget.setTabOrder(before, after)

    @Slot()
    def turn(self) -> None:
        """Go on to the next page, if there is one."""
        if self.form.currentIndex() < len(PAGES) - 1:
            self._enter_page(self.form.currentIndex() + 1)

    @Slot()
    def turn_back(self) -> None:
        """Go back to the page before, if there is one."""
        if self.form.currentIndex() > 0:
            self._enter_page(self.form.currentIndex() - 1)
