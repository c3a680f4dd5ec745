"""The page on which a site is described, and on which the levers to study come at once."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from levers_app.catalogue.records import slug_of
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.desktop.chips import CountTab
from levers_app.desktop.flow_layout import FlowLayout
from levers_app.desktop.line_list import LineList
from levers_app.desktop.line_rows import LineRow
from levers_app.desktop.one_of import OneOf
from levers_app.desktop.situation_answer import Answer
from levers_app.desktop.situation_form import SituationForm
from levers_app.desktop.situation_grade import GradeLine
from levers_app.desktop.situation_levers import LeversPane
from levers_app.desktop.situation_plan import PlanPane
from levers_app.desktop.situation_rows import nearest_rows, rule_rows, unknown_rows
from levers_app.desktop.situation_state import Description, Trouble
from levers_app.desktop.situation_ways import BLANK
from levers_app.desktop.states import StatePage
from levers_app.desktop.theme import Theme

_FORM = 296
_GRADE_FROM = 340
"""In a page lower than this the grade of answer is only named."""
_WIDE = 900
"""Under this width the form is a page of its own, before the others."""
TABS = {
    "site": "Le site",
    "levers": "Leviers",
    "plan": "Plan",
    "nearest": "Exemples proches",
    "unknown": "Ce qu’on ne sait pas",
    "rules": "Comment cet ordre est fait",
}


class SituationPage(QWidget):
    """Form, tabs, and a page a tab; it only tells what was asked.

    Signals:
        described: the description changed.
        reset_wanted: it is to be emptied.
        row_opened: a row that leads somewhere, and the list in which it stands.
        way_chosen: key of a way on where nothing is described, or nothing answers.
    """

    described = Signal(object)
    reset_wanted = Signal()
    row_opened = Signal(object, object)
    way_chosen = Signal(str)

    def __init__(self, theme: Theme, vocabulary: Vocabulary, parent: QWidget) -> None:
        """Begin with nothing described."""
        super().__init__(parent)
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._vocabulary = theme, vocabulary
        self._answer: Answer | None = None
        self._narrow: bool | None = None
        self.form = SituationForm(theme, vocabulary, self)
        self.form.edited.connect(self._tell_described)
        self.form.reset_wanted.connect(self.reset_wanted)
        self.levers = LeversPane(theme, vocabulary, self)
        self.levers.way_chosen.connect(self.way_chosen)
        self.plan = PlanPane(theme, vocabulary, self)
        self.nearest = LineList(theme, "Exemples qui ressemblent le plus", self)
        self.unknown = LineList(theme, "Ce qu’on ne sait pas", self)
        self.rules = LineList(theme, "Comment cet ordre est fait", self)
        self._blank = StatePage(theme, self)
        self._blank.chosen.connect(self.way_chosen)
        self._blank.show_state(*BLANK)
        self._grade = GradeLine(self)
        self._compose()
        self._follow()
        self.show_blank()

    # -- what is shown

    def show_description(self, description: Description) -> None:
        """Show what is described."""
        self.form.show_value(description)

    def show_blank(self) -> None:
        """Say what to do, since no problem is chosen."""
        self._answer = None
        self.levers.list.forget_choice()
        self._grade.show_grade(None)
        self.rules.set_rows(rule_rows())
        self._show_tabs()

    def show_answer(self, answer: Answer) -> None:
        """Show an answer."""
        had_blank = self._blank.isAncestorOf(QApplication.focusWidget() or self)
        self._answer = answer
        words = self._vocabulary
        advice = answer.advice
        grade = advice.grade if advice.proposals or advice.present else None  # the pane says that no lever answers
        self._grade.show_grade(grade)
        self.levers.show_answer(answer)
        self.plan.show_answer(answer)
        self.nearest.set_rows(nearest_rows(answer, words))
        self.unknown.set_rows(unknown_rows(answer))
        self.rules.set_rows(rule_rows(grade))
        self._show_tabs()
        if had_blank:
            self.form.take_focus()

    def show_tab(self, name: str) -> None:
        """Bring a page to the front."""
        self._tabs[name].setChecked(True)
        self._show_tabs()

    @property
    def tab(self) -> str:
        """Name of the page in front."""
        return next((name for name, tab in self._tabs.items() if tab.isChecked()), "levers")

    def enter_tab(self, name: str) -> None:
        """Bring a page to the front, with the keyboard."""
        self.show_tab(name)
        self._front().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def enter_form(self) -> None:
        """Give the keyboard to the line that finds problems."""
        if self._narrow:
            self.show_tab("site")
        self.form.take_focus()

    def show_rule(self, rule: str) -> None:
        """Show a rule of the order."""
        self.show_tab("rules")
        self.rules.go_to(rule)

    def take_focus(self) -> None:
        """Give the keyboard to what comes first: the line that finds problems, or the answer."""
        if self._answer is None:
            self.enter_form()
        elif self._narrow or self.tab == "levers":
            self._front().setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.form.take_focus()

    @property
    def panes(self) -> list[QWidget]:
        """What F6 goes to, in order."""
        return [self.form.troubles.line, self._front()]

    def _front(self) -> QWidget:
        """Return what the keyboard goes to in the page in front."""
        if self._stack.currentWidget() is self._blank:
            return self._blank.first_way or self.form.troubles.line
        fronts = {"site": self.form.troubles.line, "levers": self.levers.front, "plan": self.plan.lines}
        return fronts.get(self.tab, self._pages[self.tab])

    # -- parts

    def _compose(self) -> None:
        theme = self._theme
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self.form)
        self._area.viewport().setAutoFillBackground(False)
        self._left = QFrame(self)
        self._left.setProperty("look", "site")
        self._left.setFixedWidth(theme.px(_FORM))
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 1, 0)
        left.addWidget(self._area)
        self._stack = QStackedWidget(self)
        self._site = QWidget(self._stack)
        QVBoxLayout(self._site).setContentsMargins(0, 0, 0, 0)
        self._pages: dict[str, QWidget] = {
            "site": self._site,
            "levers": self.levers,
            "plan": self.plan,
            "nearest": self.nearest,
            "unknown": self.unknown,
            "rules": self.rules,
        }
        for page in (*self._pages.values(), self._blank):
            self._stack.addWidget(page)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._head())
        right.addWidget(self._stack, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._left)
        self._row.addLayout(right, 1)

    def _head(self) -> QWidget:
        px = self._theme.px
        head = QFrame(self)
        head.setProperty("look", "page_head")
        tabs = QWidget(head)
        flow = FlowLayout(tabs, spacing=px(20), close=True)
        group = OneOf(self)
        self._tabs: dict[str, CountTab] = {}
        for name, label in TABS.items():
            tab = self._tabs[name] = CountTab(name, label, self._theme, tabs)
            tab.clicked.connect(self._turn)
            group.add(tab)
            flow.addWidget(tab)
        self._tabs["levers"].setChecked(True)
        column = QVBoxLayout(head)
        column.setContentsMargins(px(20), px(12), px(20), 0)
        column.setSpacing(px(4))
        column.addWidget(self._grade)
        column.addWidget(tabs)
        return head

    def _follow(self) -> None:
        self.levers.toggled.connect(self._toggle)
        self.plan.toggled.connect(self._toggle)
        for lines in (self.levers.reasons, self.plan.lines, self.nearest, self.unknown, self.rules):
            lines.opened.connect(self._open_row)

    # -- moves

    @Slot()
    def _turn(self) -> None:
        self._show_tabs()

    def _show_tabs(self) -> None:
        """Show the tabs that there are, their counts, and the page of the one that is chosen."""
        answer, tabs = self._answer, self._tabs
        answered = answer is not None
        tabs["site"].setVisible(bool(self._narrow))
        for name in ("levers", "plan", "nearest", "unknown"):
            tabs[name].setVisible(answered)
        if answer is not None:
            tabs["levers"].show_count(len(answer.advice.proposals))
            tabs["plan"].show_count(len(answer.plan.levers) if answer.plan else 0)
            tabs["nearest"].show_count(len(answer.advice.nearest))
            tabs["unknown"].show_count(len(answer.advice.unknown))
        if self.tab == "site" and not self._narrow:
            tabs["levers"].setChecked(True)
        page = self._pages[self.tab] if answered or self.tab in {"site", "rules"} else self._blank
        self._stack.setCurrentWidget(page)

    @Slot(str)
    def _toggle(self, record_id: str) -> None:
        """Put a lever into the plan, or take it out."""
        before = self.form.value()
        slug = slug_of(record_id)
        after = before.with_lever(slug, on=slug not in before.chosen)
        self.form.show_value(after)
        self.levers.choose(after)
        self.described.emit(after)

    @Slot(object)
    def _open_row(self, row: LineRow) -> None:
        self.row_opened.emit(row, self.sender())

    @Slot()
    def _tell_described(self) -> None:
        self.described.emit(self.form.value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow page the form is a page of its own; list and reasons stand one above the other."""
        super().resizeEvent(event)
        self._arrange(event.size())

    def _arrange(self, size: QSize) -> None:
        px = self._theme.px
        narrow = size.width() < px(_WIDE)
        self._grade.cut(low=size.height() < px(_GRADE_FROM))
        self.levers.arrange(size.width() - (0 if narrow else px(_FORM)))
        if narrow == self._narrow:
            return
        self._narrow = narrow
        had_focus = self.form.isAncestorOf(QApplication.focusWidget() or self)
        holder = self._site if narrow else self._left
        layout = holder.layout()
        assert layout is not None  # noqa: S101 - made with both
        layout.addWidget(self._area)
        self._left.setVisible(not narrow)
        if narrow and (self._answer is None or had_focus):
            self._tabs["site"].setChecked(True)
        self._show_tabs()

    def add_problem(self, slug: str) -> None:
        """Begin with a problem, the keyboard on its intensity."""
        before = self.form.value()
        troubles = (*before.troubles, Trouble(slug))
        self.form.show_value(replace(before, troubles=troubles))
        row = self.form.troubles.row_of(slug)
        if row is not None:
            row.dots.setFocus(Qt.FocusReason.TabFocusReason)
        self._tell_described()
