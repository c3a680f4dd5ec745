"""What stands beside the contents of a note: its pages, or the form of its actions while these are chosen."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from levers_app.catalogue.brief import ActionsItem, Brief
from levers_app.desktop.actions_pane import ActionsPane
from levers_app.desktop.brief_preview import Preview
from levers_app.desktop.jobs import Jobs
from levers_app.desktop.theme import Theme


class Whereabouts(NamedTuple):
    """Where the person is in a note.

    Attributes:
        item: the place of the item that is chosen.
        action: that of an action of it; -1 without any.
        in_actions: the keyboard is there.
        in_front: what stands beside the contents is in front of them, in a narrow window.
    """

    item: int
    action: int
    in_actions: bool
    in_front: bool


class BriefSide(QStackedWidget):
    """The pages, and the pane of actions, made when it is first needed: most notes have none.

    Signals:
        pane_made: the pane, which can be connected now.
    """

    pane_made = Signal(object)

    def __init__(self, jobs: Jobs, theme: Theme, parent: QWidget) -> None:
        """Begin with the pages."""
        super().__init__(parent)
        self._theme = theme
        self._in_turns = False
        self._pane: ActionsPane | None = None
        self.preview = Preview(jobs, theme, self)
        self.addWidget(self.preview)

    @property
    def pane(self) -> ActionsPane:
        """The pane of actions."""
        if self._pane is None:
            self._pane = ActionsPane(self._theme, self)
            self._pane.set_in_turns(in_turns=self._in_turns)
            self.addWidget(self._pane)
            self.pane_made.emit(self._pane)
        return self._pane

    def has_pane(self, pane: ActionsPane) -> bool:
        """Whether ``pane`` is the one that is here: another look makes another."""
        return self._pane is pane

    @property
    def shows_actions(self) -> bool:
        """Whether the actions stand in front."""
        return self._pane is not None and self.currentWidget() is self._pane

    @property
    def front(self) -> QWidget:
        """What the keyboard goes to."""
        return self.pane.front if self.shows_actions else self.preview.view

    def take_focus(self) -> None:
        """Give the keyboard to what stands in front."""
        self.front.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_item(self, brief: Brief, place: int) -> None:
        """Show the actions of an item, or the pages beside all else."""
        items = brief.items
        if 0 <= place < len(items) and isinstance(items[place], ActionsItem):
            self.pane.show_brief(brief, place)
            self.setCurrentWidget(self.pane)
        else:
            self.show_pages()

    def show_pages(self) -> None:
        """Bring the pages to the front."""
        self.setCurrentWidget(self.preview)

    def set_in_turns(self, *, in_turns: bool) -> None:
        """In a narrow window there is a way back."""
        self._in_turns = in_turns
        self.preview.set_in_turns(in_turns=in_turns)
        if self._pane is not None:
            self._pane.set_in_turns(in_turns=in_turns)

    def forget_sheets(self) -> None:
        """Sheets may say something else now: ask again."""
        if self._pane is not None:
            self._pane.forget_sheets()

    def whereabouts(self, item: int, *, in_front: bool) -> Whereabouts:
        """Return where the person is, for another page in another look; ``item`` is the one that is chosen."""
        focus = QApplication.focusWidget() or self
        action = self.pane.list.current() if self.shows_actions else -1
        return Whereabouts(item, action, self.shows_actions and self.pane.isAncestorOf(focus), in_front)
