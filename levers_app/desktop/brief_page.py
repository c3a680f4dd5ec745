"""The page on which a note is composed: what it is made of at left, its pages at right."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from levers_app.catalogue.brief import ActionsItem, Brief
from levers_app.catalogue.vocabulary import Entry, Vocabulary
from levers_app.desktop.actions_pane import ActionsPane
from levers_app.desktop.brief_contents import BriefContents
from levers_app.desktop.brief_cover import CoverPanel
from levers_app.desktop.brief_forms import set_aside
from levers_app.desktop.brief_head import BriefHead
from levers_app.desktop.brief_options import OptionsPanel
from levers_app.desktop.brief_rows import ItemRow
from levers_app.desktop.brief_side import BriefSide, Whereabouts
from levers_app.desktop.chips import CountTab
from levers_app.desktop.dialogs import plain_button, text_label
from levers_app.desktop.icons import icon_pixmap
from levers_app.desktop.jobs import Jobs
from levers_app.desktop.one_of import OneOf
from levers_app.desktop.scrolling import scrolled
from levers_app.desktop.theme import Theme

if TYPE_CHECKING:
    from levers_app.sheets.edition import LeftOut

_COLUMN, _LEAST_PREVIEW = 368, 380
_TURNS_BELOW = 848
_TABS = ("Contenu", "Page de garde", "Options")


class BriefPage(QWidget):
    """Joins the parts; it only tells what was asked.

    Signals:
        changed: the note as it is now, what kind of change it was, and what is said of it.
        undo_wanted, redo_wanted: Ctrl+Z, Ctrl+Maj+Z.
        left_out_wanted: which items are left out is to be told.
    """

    changed = Signal(object, str, str)
    undo_wanted = Signal()
    redo_wanted = Signal()
    left_out_wanted = Signal()

    def __init__(self, jobs: Jobs, theme: Theme, vocabulary: Vocabulary, parent: QWidget) -> None:
        """Begin without a note."""
        super().__init__(parent)
        self._theme = theme
        self.head = BriefHead(theme, self)
        self._brief = Brief("")
        self.contents = BriefContents(theme, _labels(vocabulary.territories), self)
        self.cover = CoverPanel(theme, _labels(vocabulary.confidentialities), self)
        self.options = OptionsPanel(theme, self)
        self.side = BriefSide(jobs, theme, self)
        self.side.pane_made.connect(self._connect_pane)
        self.preview = self.side.preview
        for part in (self.contents, self.cover, self.options):
            part.changed.connect(self.changed)
        self._left = self._column()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self.side, 1)
        self._in_turns = self._pages_first = False
        self._group.order((*self.head.stops, *self._tabs, self._to_pages, self.contents.add))
        self.preview.contents_wanted.connect(self._show_contents)
        self.contents.item_chosen.connect(self._show_chosen)
        self.contents.actions_wanted.connect(self.enter_actions)
        for keys, signal in (("Ctrl+Z", self.undo_wanted), ("Ctrl+Shift+Z", self.redo_wanted)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(signal)

    # -- what is shown

    def show_brief(self, brief: Brief, rows: tuple[ItemRow, ...], printed_title: str, today: str) -> None:
        """Show a note as it is now."""
        self._brief = brief
        self.head.show_brief(brief)
        self.contents.show_brief(brief, rows)
        self.cover.show_brief(brief, printed_title, today)
        self.options.show_brief(brief)
        if self.side.shows_actions:
            self._follow_table()

    def show_left_out(self, left_out: tuple["LeftOut", ...]) -> None:
        """Say that restricted examples are left out, if any is."""
        count = sum(left.why == "restricted" for left in left_out)
        self._callout.setVisible(bool(count))
        self._left_out.setText(f"{set_aside(count)}.")
        self._which.setText("Voir lequel" if count == 1 else "Voir lesquels")

    @Slot(int)
    def show_tab(self, place: int) -> None:
        """Show the contents, the cover or the options."""
        self._stack.setCurrentIndex(place)
        self._tabs[place].setChecked(True)
        for number, tab in enumerate(self._tabs):  # one stop for all, arrows go from one to the other
            tab.setFocusPolicy(Qt.FocusPolicy.TabFocus if number == place else Qt.FocusPolicy.NoFocus)

    def take_focus(self) -> None:
        """Give the keyboard to the list, or to the pages where they stand in front."""
        if self._left.isHidden():
            self.side.take_focus()
        else:
            self.show_tab(0)
            self.contents.take_focus()

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through."""
        return (self.contents.list, self.side.front)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window contents and pages take turns."""
        super().resizeEvent(event)
        px = self._theme.px
        self._in_turns = self.width() < max(_TURNS_BELOW, px(_COLUMN + _LEAST_PREVIEW))
        self._arrange()

    def _arrange(self) -> None:
        px, turns = self._theme.px, self._in_turns
        self._left.setVisible(not turns or not self._pages_first)
        self.side.setVisible(not turns or self._pages_first)
        self.side.set_in_turns(in_turns=turns)
        self._to_pages.setVisible(turns)
        self._left.setMinimumWidth(0 if turns else px(_COLUMN))
        self._left.setMaximumWidth(16_777_215 if turns else px(_COLUMN))

    @Slot()
    def _show_contents(self) -> None:
        self._pages_first = False
        self._arrange()
        self.contents.take_focus()

    @Slot()
    def _show_side(self) -> None:
        self._show_chosen(self.contents.list.current())
        if self.side.shows_actions:
            self.enter_actions()
        else:
            self.show_pages()

    @Slot()
    def show_pages(self) -> None:
        """In a narrow window: the pages, in front of the contents."""
        self.side.show_pages()
        self._pages_first = True
        self._arrange()
        self.preview.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- the actions of a plan

    @Slot(object)
    def _connect_pane(self, pane: ActionsPane) -> None:
        pane.changed.connect(self.changed)
        pane.contents_wanted.connect(self._show_contents)
        pane.pages_wanted.connect(self._show_preview)
        pane.save_wanted.connect(self.preview.save_wanted)

    def forget_sheets(self) -> None:
        """Sheets may say something else now: ask again."""
        self.contents.forget_titles()
        self.side.forget_sheets()

    def show_coming(self) -> None:
        """Another note is on its way: nothing of the one before is shown any more."""
        self._show_chosen(-1)
        self.preview.show_coming()
        self.show_left_out(())

    def _follow_table(self) -> None:
        """Show the actions where they are in the note now, or its pages when they are gone."""
        current, pane = self.contents.list.current(), self.side.pane
        place = pane.place_in(self._brief, current)
        had_keyboard = pane.isAncestorOf(QApplication.focusWidget() or self)
        if place in {current, -1}:
            self._show_chosen(place)
        else:
            self.contents.list.choose(place)
        if place < 0 and had_keyboard:
            self.contents.take_focus()

    @property
    def whereabouts(self) -> Whereabouts:
        """Where the person is, for another page in another look."""
        return self.side.whereabouts(self.contents.list.current(), in_front=self._pages_first)

    def go_to(self, where: Whereabouts) -> None:
        """Choose what was chosen."""
        if where.item >= 0:
            self.contents.list.choose(where.item)
        if where.action >= 0:
            self.side.pane.list.choose(where.action)
        self._pages_first = where.in_front
        self._arrange()

    @Slot(int)
    def _show_chosen(self, place: int) -> None:
        self.side.show_item(self._brief, place)
        self._to_pages.setText("Actions" if self.side.shows_actions else "Aperçu")

    @Slot()
    def enter_actions(self) -> None:
        """Give the keyboard to the actions of the chosen item."""
        self._show_chosen(self.contents.list.current())
        self._pages_first = True
        self._arrange()
        self.side.take_focus()

    def begin_with_actions(self) -> None:
        """Choose the first table of actions of the note, if it has one: a plan is opened to work on it."""
        tables = (place for place, item in enumerate(self._brief.items) if isinstance(item, ActionsItem))
        place = next(tables, -1)
        if place >= 0:
            self.contents.list.choose(place)

    @Slot()
    def _show_preview(self) -> None:
        self.side.show_pages()
        self.preview.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- parts

    def _column(self) -> QFrame:
        theme, px = self._theme, self._theme.px
        left = QFrame(self)
        left.setProperty("look", "brief_left")
        left.setAccessibleName("Composition de la note")
        self._stack = QStackedWidget(left)
        self._stack.addWidget(self.contents)
        for part in (self.cover, self.options):
            self._stack.addWidget(scrolled(part, self._stack))
        tabs = QHBoxLayout()
        tabs.setContentsMargins(px(20), px(4), px(20), 0)
        tabs.setSpacing(px(20))
        self._tabs = [CountTab("", label, theme, left) for label in _TABS]
        self._group = group = OneOf(self)
        for place, tab in enumerate(self._tabs):
            tab.setAccessibleName(_TABS[place])
            group.add(tab, place)
            tabs.addWidget(tab)
        group.idClicked.connect(self.show_tab)
        tabs.addStretch(1)
        self._to_pages = plain_button("Aperçu", left, look="link")
        self._to_pages.clicked.connect(self._show_side)
        tabs.addWidget(self._to_pages)
        line = QFrame(left)
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(tabs)
        column.addWidget(line)
        column.addSpacing(px(8))
        column.addWidget(self._stack, 1)
        column.addWidget(self._make_callout(left))
        self.show_tab(0)
        return left

    def _make_callout(self, parent: QWidget) -> QFrame:
        theme, px = self._theme, self._theme.px
        self._callout = QFrame(parent)
        around = QHBoxLayout(self._callout)
        around.setContentsMargins(px(16), px(4), px(16), px(12))
        box = QFrame(self._callout)
        box.setProperty("look", "callout")
        around.addWidget(box)
        row = QHBoxLayout(box)
        row.setContentsMargins(px(12), px(6), px(8), px(6))
        row.setSpacing(px(8))
        lock = QLabel(box)
        lock.setPixmap(icon_pixmap("lock", theme.colour("ink2"), px(16), self.devicePixelRatioF()))
        self._left_out = text_label("", box)
        self._which = plain_button("Voir lequel", box, look="link")
        self._which.clicked.connect(self.left_out_wanted)
        row.addWidget(lock)
        row.addWidget(self._left_out, 1)
        row.addWidget(self._which)
        self._callout.hide()
        return self._callout


def _labels(entries: Mapping[str, Entry]) -> dict[str, str]:
    return {slug: entry.label for slug, entry in entries.items()}
