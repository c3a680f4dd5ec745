"""The actions of a plan, beside what the note is made of: in order at left, the chosen one at right."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from levers_app.catalogue.actions import MOST_ACTIONS, Action
from levers_app.catalogue.brief import ActionsItem, Brief
from levers_app.desktop import sequences
from levers_app.desktop.action_form import ActionForm
from levers_app.desktop.action_menu import ActionMenu
from levers_app.desktop.action_rows import action_rows, changed, followed, one_line, together
from levers_app.desktop.action_split import ActionSplit
from levers_app.desktop.actions_bar import ActionsBar
from levers_app.desktop.brief_changes import with_item
from levers_app.desktop.brief_list import ItemList
from levers_app.desktop.brief_rows import Named
from levers_app.desktop.picker import Picker
from levers_app.desktop.states import StatePage, WayOn
from levers_app.desktop.theme import Theme
from levers_app.sheets.action_table import TITLE, UNNAMED, costs, standing
from levers_app.sheets.wording import all_of

if TYPE_CHECKING:
    from levers_app.desktop.lever_names import LeverNames

_NONE = (
    "Aucune action pour l’instant",
    "Une action est une étape\u00a0: qui la mène, avec qui, pour quand, à quel coût, et à quoi l’on verra qu’elle "
    "réussit. Les fiches des leviers en proposent\u202f; vous gardez, changez et complétez.",
    (WayOn("steps", "Reprendre les étapes d’un levier"), WayOn("action", "Écrire une action")),
)
_FULL = f"Ce tableau contient au plus {MOST_ACTIONS:,} actions\u00a0: rien n’y a été ajouté.".replace(",", "\u202f")
_HOW = "Entrée modifie, Alt + ↑ et Alt + ↓ déplacent, Suppr retire, Inser ajoute"


class Table(NamedTuple):
    """Which actions are shown: the id of the note, the place of their item in it, the territory of the site."""

    note: str
    place: int
    territory: str


class ActionsPane(QWidget):
    """Shows the actions of one item of a note; it only tells what was asked.

    Signals:
        changed: the note as it is now, what kind of change it was, and what is said of it.
        said: what is to be told where nothing changes.
        levers_wanted: the levers are to be given to :meth:`know_levers`.
        sheet_wanted: slug of the lever of which :meth:`offer` is to be given the proposals.
        steps_wanted: slug of a lever whose steps are to be given to :meth:`add`.
        open_wanted: id of a record.
        pages_wanted: the pages are to stand in front of the actions.
        contents_wanted: the keyboard goes back to what the note is made of.
        save_wanted: the note is to be saved.
    """

    changed = Signal(object, str, str)
    said = Signal(str)
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
        self._brief, self._place = Brief(""), -1
        self._levers: Mapping[str, Named] = {}
        self._asked_levers = False
        self._offered: tuple[str, str] | None = None
        self.bar = ActionsBar(theme, self)
        self.list = ItemList(theme, self)
        self.list.setAccessibleName("Actions du plan")
        self.list.setAccessibleDescription(_HOW)
        self.form = ActionForm(theme, self)
        self.finder = Picker(theme, self, placeholder="Titre d’un levier…")
        self.finder.setAccessibleName("Levier dont reprendre les étapes")
        self.finder.hide()
        self._none = StatePage(theme, self)
        self._none.show_state(*_NONE)
        self._stack = QStackedWidget(self)
        self._split = ActionSplit(self.list, self.form, theme, self._stack)
        self._stack.addWidget(self._split)
        self._stack.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.finder)
        column.addWidget(self._stack, 1)
        self._connect()

    def _connect(self) -> None:
        self.list.chosen.connect(self._turn_to)
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
        bar.own_wanted.connect(self.write_own)
        bar.pages_wanted.connect(self.pages_wanted)
        bar.save_wanted.connect(self.save_wanted)
        for before, after in pairwise((*bar.stops, self.finder, self.list)):
            QWidget.setTabOrder(before, after)

    # -- what is shown

    @property
    def shown(self) -> tuple[Action, ...]:
        """The actions."""
        item = self._item()
        return item.actions if item else ()

    @property
    def table(self) -> Table:
        """Which ones they are."""
        item = self._item()
        return Table(self._brief.id, self._place, item.territory if item else "")

    @property
    def front(self) -> QWidget:
        """What the keyboard goes to: the actions, or what begins with one."""
        return self.list if self.shown else self._none.first_way or self.bar

    def show_brief(self, brief: Brief, place: int) -> None:
        """Show the actions of the item at ``place`` of a note."""
        before, item, other = self.shown, self._item(), brief.id != self._brief.id
        other = other or (place != self._place and item != brief.items[place])
        self._brief, self._place = brief, place
        if not self._asked_levers:
            self._asked_levers = True
            self.levers_wanted.emit()
        if other:
            self._close_finder()
        self._show_rows(0 if other else followed(before, self.shown, self.list.current()))

    def place_in(self, brief: Brief, current: int) -> int:
        """Return where the actions are in ``brief`` now: at the ``current`` place, or where they went; -1 when gone."""
        items = brief.items
        if 0 <= current < len(items) and isinstance(items[current], ActionsItem):
            return current
        item = self._item()
        return items.index(item) if brief.id == self._brief.id and item is not None and item in items else -1

    def forget_sheets(self) -> None:
        """Sheets may say something else now: ask again."""
        self._asked_levers, self._offered = False, None

    def know_levers(self, levers: Mapping[str, Named], names: "LeverNames") -> None:
        """Name the levers, and find them by their ``names``."""
        self._levers = levers
        self.finder.set_known(*names)
        self._show_rows(self.list.current())

    def offer(self, slug: str, proposals: Mapping[str, Sequence[str]]) -> None:
        """Offer what the sheet of a lever has for the chosen action."""
        action = self._chosen()
        if action is not None and action.lever == slug:
            self.form.offer(proposals)

    @Slot()
    def take_focus(self) -> None:
        """Give the keyboard to the actions, or to what begins with one."""
        self.front.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_in_turns(self, *, in_turns: bool) -> None:
        """In a narrow window there is a way back."""
        self.bar.back.setVisible(in_turns)

    def _show_rows(self, place: int) -> None:
        actions = self.shown
        self.bar.say(all_of((standing(actions), costs(actions))) if actions else TITLE)
        self.list.show_rows(action_rows(actions, self._levers))
        if actions and self.list.current() != max(place, 0):
            self.list.choose(max(place, 0))
        self._stack.setCurrentIndex(0 if actions else 1)
        self._show_chosen()

    @Slot()
    def _turn_to(self) -> None:
        self._show_chosen()
        self._split.show_top()

    def _show_chosen(self) -> None:
        action = self._chosen()
        if action is None:
            return
        lever = self._levers.get(action.lever)
        self.form.show_action(action, lever.title if lever else "")
        wanted = (action.lever, self.table.territory)
        if wanted != self._offered:
            self._offered = wanted
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
        self._write(Action(lever=chosen.lever if chosen else ""))

    @Slot()
    def write_own(self) -> None:
        """Put an empty action of no lever under the others, and the keyboard into it."""
        self._write(Action())

    def _write(self, action: Action) -> None:
        if self.add((action,)):
            self.form.take_focus()

    @Slot()
    def find_lever(self) -> None:
        """Open the line that finds the lever whose steps are taken over."""
        self.finder.show()
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add(self, new: Sequence[Action], said: str = "") -> bool:
        """Put actions under the chosen one, or under the last of their lever; false when there is no room."""
        actions, chosen = self.shown, self.list.current()
        if len(actions) + len(new) > MOST_ACTIONS:
            self.said.emit(_FULL)
            return False
        same = [place for place, action in enumerate(actions) if action.lever == new[0].lever]
        place = chosen + 1 if chosen in same else same[-1] + 1 if same else len(actions)
        self._tell(sequences.inserted(actions, place, *new), "", said)
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
            self.write_own()

    # -- changing

    @Slot(str, str)
    def _edit(self, field: str, value: str) -> None:
        place = self.list.current()
        if self._chosen() is not None:
            self._tell(changed(self.shown, place, field, value), f"action:{self._place}:{place}:{field}")

    @Slot(int, int)
    def _move(self, place: int, to: int) -> None:
        self._tell(sequences.moved(self.shown, place, to), f"actions:{self._place}:ordre")
        self.list.choose(to)

    @Slot(int)
    def _remove(self, place: int) -> None:
        action = self.shown[place]
        blank = action == Action(lever=action.lever)
        said = "" if blank else f"«\u00a0{one_line(action.what) or UNNAMED}\u00a0» est retirée du plan."
        self._tell(sequences.removed(self.shown, place), "", said)
        self.take_focus()

    def _tell(self, actions: tuple[Action, ...], kind: str, said: str = "") -> None:
        item = self._item()
        if item is not None:
            self.changed.emit(with_item(self._brief, self._place, replace(item, actions=actions)), kind, said)

    @Slot(int, QPoint)
    def _open_menu(self, place: int, at: QPoint) -> None:
        action = self.shown[place]
        same = [each for each in self.shown if each.lever and each.lever == action.lever]
        menu = ActionMenu(action, place, len(self.shown), self, several=len(same) > 1)
        menu.chosen.connect(partial(self._do, action, place))
        menu.popup(at)

    def _do(self, action: Action, place: int, what: str, value: object) -> None:
        """Do what was chosen in the menu of an action, unless it went elsewhere while the menu was open."""
        if self.shown[place : place + 1] != (action,):
            return
        match what:
            case "state":
                self._tell(changed(self.shown, place, "state", str(value)), f"action:{self._place}:{place}:state")
            case "move" if isinstance(value, int):
                self._move(place, place + value)
            case "gather":
                self._gather(action.lever)
            case "copy":
                self.add((action,))
            case "remove":
                self._remove(place)

    def _gather(self, slug: str) -> None:
        lever = self._levers.get(slug)
        whole = together(self.shown, slug, lever.title if lever else slug)
        self._tell(whole, "", "Les actions de ce levier n’en font plus qu’une, avec ses étapes.")
        self.list.choose(next(place for place, action in enumerate(whole) if action.lever == slug))

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
        elif self.front.hasFocus():
            self.contents_wanted.emit()
        else:
            self.take_focus()
