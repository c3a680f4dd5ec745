"""The actions of a plan, beside what the note is made of: in order at left, the chosen one at right."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from levers_app.catalogue.actions import MOST_ACTIONS, Action
from levers_app.catalogue.brief import ActionsItem, Brief
from levers_app.desktop.action_form import ActionForm
from levers_app.desktop.action_menu import ActionMenu
from levers_app.desktop.action_rows import NAMELESS, NamedLever, action_rows, added, changed, moved, one_line, without
from levers_app.desktop.actions_bar import ActionsBar
from levers_app.desktop.brief_changes import with_item
from levers_app.desktop.brief_list import ItemList
from levers_app.desktop.picker import Picker
from levers_app.desktop.scrolling import scrolled
from levers_app.desktop.states import StatePage, WayOn
from levers_app.desktop.theme import Theme
from levers_app.sheets.action_table import TITLE, standing

_SIDE_BY_SIDE = 620
_LIST = 300
_ANY = 16_777_215
_NONE = (
    "Aucune action pour l’instant",
    "Une action est une étape\u00a0: qui la mène, avec qui, pour quand, à quel coût, et à quoi l’on verra qu’elle "
    "réussit. Les fiches des leviers en proposent\u00a0; vous gardez, changez et complétez.",
    (WayOn("steps", "Reprendre les étapes d’un levier"), WayOn("action", "Écrire une action")),
)
_FULL = f"Ce tableau tient {MOST_ACTIONS:,} actions\u00a0: il est plein.".replace(",", "\u202f")
_HOW = "Entrée modifie, Alt + ↑ et Alt + ↓ déplacent, Suppr retire, Inser ajoute"


class ActionsPane(QWidget):
    """Shows the actions of one item of a note; it only tells what was asked.

    Signals:
        changed: the note as it is now, what kind of change it was, and what is said of it.
        levers_wanted: the levers are to be given to :meth:`know_levers`.
        sheet_wanted: slug of the lever of which :meth:`offer` is to be given the proposals.
        steps_wanted: slug of a lever whose steps are to be given to :meth:`add`.
        open_wanted: id of a record.
        pages_wanted: the pages are to stand in front of the actions.
        contents_wanted: the keyboard goes back to what the note is made of.
        save_wanted: the note is to be saved.
    """

    changed = Signal(object, str, str)
    levers_wanted = Signal()
    sheet_wanted = Signal(str)
    steps_wanted = Signal(str)
    open_wanted = Signal(str)
    pages_wanted = Signal()
    contents_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Begin without actions."""
        super().__init__(parent)
        self._theme = theme
        self._brief, self._place = Brief(""), -1
        self._levers: Mapping[str, NamedLever] = {}
        self._offered = ""
        self.bar = ActionsBar(theme, self)
        self.list = ItemList(theme, self)
        self.list.setAccessibleName("Actions du plan")
        self.list.setAccessibleDescription(_HOW)
        self.form = ActionForm(theme, self)
        self._area = scrolled(self.form, self)
        self.finder = Picker(theme, self, placeholder="Titre d’un levier…")
        self.finder.setAccessibleName("Levier dont reprendre les étapes")
        self.finder.hide()
        self._none = StatePage(theme, self)
        self._none.show_state(*_NONE)
        self._stack = QStackedWidget(self)
        both = QFrame(self._stack)
        both.setProperty("look", "surface")
        self._left = QFrame(both)
        self._left.setProperty("look", "brief_left")
        inside = QVBoxLayout(self._left)
        inside.setContentsMargins(0, 0, 1, 0)
        inside.addWidget(self.list)
        self._both = QHBoxLayout(both)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(0)
        self._both.addWidget(self._left)
        self._both.addWidget(self._area, 1)
        self._stack.addWidget(both)
        self._stack.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.finder)
        column.addWidget(self._stack, 1)
        self._connect()

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_chosen)
        self.list.moved.connect(self._move)
        self.list.remove_wanted.connect(self._remove)
        self.list.edit_wanted.connect(self._enter_form)
        self.list.add_wanted.connect(self.write_action)
        self.list.menu_wanted.connect(self._open_menu)
        self.form.edited.connect(self._edit)
        self.form.open_wanted.connect(self._open_sheet)
        self.finder.edited.connect(self._take_found)
        self._none.chosen.connect(self._begin)
        bar = self.bar
        bar.contents_wanted.connect(self.contents_wanted)
        bar.steps_wanted.connect(self.find_lever)
        bar.action_wanted.connect(self.write_action)
        bar.pages_wanted.connect(self.pages_wanted)
        bar.save_wanted.connect(self.save_wanted)
        for before, after in pairwise((*bar.stops, self.finder, self.list)):
            QWidget.setTabOrder(before, after)

    # -- what is shown

    @property
    def shown(self) -> tuple[Action, ...]:
        """Those that are shown."""
        item = self._item()
        return item.actions if item else ()

    @property
    def territory(self) -> str:
        """That of the site; empty where nobody said it."""
        item = self._item()
        return item.territory if item else ""

    def show_brief(self, brief: Brief, place: int) -> None:
        """Show the actions of the item at ``place`` of a note."""
        before = self.territory
        other = (brief.id, place) != (self._brief.id, self._place)
        self._brief, self._place = brief, place
        if not self._levers:
            self.levers_wanted.emit()
        if other:
            self.list.setCurrentIndex(self.list.rows.index(-1))
            self._close_finder()
        if before != self.territory:
            self._offered = ""
        self._show_rows()

    def know_levers(self, levers: Mapping[str, NamedLever]) -> None:
        """Name the levers, and find them."""
        self._levers = levers
        self.finder.set_known({slug: lever.title for slug, lever in levers.items()})
        self._show_rows()

    def offer(self, slug: str, proposals: Mapping[str, Sequence[str]]) -> None:
        """Offer what the sheet of a lever has for the chosen action."""
        action = self._chosen()
        if action is not None and action.lever == slug:
            self.form.offer(proposals)

    def take_focus(self) -> None:
        """Give the keyboard to the actions, or to what begins with one."""
        if self.shown:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._none.take_focus(Qt.FocusReason.ShortcutFocusReason)

    def set_in_turns(self, *, in_turns: bool) -> None:
        """In a narrow window there is a way back."""
        self.bar.back.setVisible(in_turns)

    def _show_rows(self) -> None:
        actions = self.shown
        self.bar.say(standing(actions) if actions else TITLE)
        self.list.show_rows(action_rows(actions, self._levers))
        if actions and self.list.current() < 0:
            self.list.choose(0)
        self._stack.setCurrentIndex(0 if actions else 1)
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        action = self._chosen()
        if action is None:
            return
        lever = self._levers.get(action.lever)
        self.form.show_action(action, lever.title if lever else "")
        if action.lever != self._offered:
            self._offered = action.lever
            self.form.offer({})
            if action.lever:
                self.sheet_wanted.emit(action.lever)

    def _item(self) -> ActionsItem | None:
        items = self._brief.items
        item = items[self._place] if 0 <= self._place < len(items) else None
        return item if isinstance(item, ActionsItem) else None

    def _chosen(self) -> Action | None:
        place = self.list.current()
        return self.shown[place] if 0 <= place < len(self.shown) else None

    # -- adding

    @Slot()
    def write_action(self) -> None:
        """Put an empty action under the chosen one, of the same lever, and the keyboard into it."""
        chosen = self._chosen()
        if self.add((Action(lever=chosen.lever if chosen else ""),)):
            self.form.take_focus()

    @Slot()
    def find_lever(self) -> None:
        """Open the line that finds the lever whose steps are taken over."""
        self.finder.show()
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add(self, new: Sequence[Action], said: str = "") -> bool:
        """Put actions under the chosen one, or under the last of their lever; false when there is no room."""
        actions = self.shown
        if not new or len(actions) + len(new) > MOST_ACTIONS:
            if new:
                self._tell(actions, "", _FULL)
            return False
        same = [place for place, action in enumerate(actions) if action.lever == new[0].lever]
        chosen = self.list.current()
        place = chosen + 1 if chosen in same else same[-1] + 1 if same else len(actions)
        self._tell(added(actions, place, new), "", said)
        self.list.choose(place)
        return True

    @Slot()
    def _take_found(self) -> None:
        for slug in self.finder.value():
            self.steps_wanted.emit(slug)
        self._close_finder()
        self.take_focus()

    def _close_finder(self) -> None:
        self.finder.show_value(())
        self.finder.hide()

    @Slot(str)
    def _begin(self, way: str) -> None:
        if way == "steps":
            self.find_lever()
        else:
            self.write_action()

    # -- changing

    @Slot(str, str)
    def _edit(self, field: str, value: str) -> None:
        place = self.list.current()
        if self._chosen() is not None:
            self._tell(changed(self.shown, place, field, value), f"action:{place}:{field}", "")

    @Slot(int, int)
    def _move(self, place: int, to: int) -> None:
        self._tell(moved(self.shown, place, to), "actions:ordre", "")
        self.list.choose(to)

    @Slot(int)
    def _remove(self, place: int) -> None:
        action = self.shown[place]
        blank = action == Action(lever=action.lever)
        said = "" if blank else f"«\u00a0{one_line(action.what) or NAMELESS}\u00a0» est retirée du plan."
        self._tell(without(self.shown, place), "", said)
        self.take_focus()

    def _tell(self, actions: tuple[Action, ...], kind: str, said: str) -> None:
        item = self._item()
        if item is not None:
            self.changed.emit(with_item(self._brief, self._place, replace(item, actions=actions)), kind, said)

    @Slot(int, QPoint)
    def _open_menu(self, place: int, at: QPoint) -> None:
        menu = ActionMenu(self.shown[place], place, len(self.shown), self)
        menu.state_chosen.connect(partial(self._set_state, place))
        menu.copy_wanted.connect(partial(self._copy, place))
        menu.moved.connect(lambda step: self._move(place, place + step))
        menu.remove_wanted.connect(partial(self._remove, place))
        menu.popup(at)

    def _set_state(self, place: int, state: str) -> None:
        self._tell(changed(self.shown, place, "state", state), f"action:{place}:state", "")

    def _copy(self, place: int) -> None:
        self.add((self.shown[place],))

    # -- moves

    @Slot(int)
    def _enter_form(self, _place: int) -> None:
        self.form.take_focus()

    @Slot()
    def _open_sheet(self) -> None:
        action = self._chosen()
        if action is not None and action.lever:
            self.open_wanted.emit(f"lever:{action.lever}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the line that finds levers, goes from the form to the list, then to the note."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.finder.isHidden():
            self._close_finder()
            self.take_focus()
        elif self.list.hasFocus() or not self.shown:
            self.contents_wanted.emit()
        else:
            self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the chosen action stands under the list."""
        super().resizeEvent(event)
        px = self._theme.px
        beside = self.width() >= px(_SIDE_BY_SIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(direction)
        self._left.setMaximumWidth(min(px(_LIST), self.width() * 45 // 100) if beside else _ANY)
        self._left.setMinimumWidth(self._left.maximumWidth() if beside else 0)
        self._left.setMaximumHeight(_ANY if beside else self.height() * 35 // 100)
