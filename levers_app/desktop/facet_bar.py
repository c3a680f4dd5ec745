"""Filters above a list: chips that open their values in place, and what the choices mean together."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from levers_app.desktop.chips import Chip
from levers_app.desktop.facet_values import FacetValues
from levers_app.desktop.facet_words import RULE, Chosen, chip_text, combination, meaning, spoken
from levers_app.desktop.flow_layout import FlowLayout
from levers_app.desktop.rows import Facet
from levers_app.desktop.theme import Theme

_FEW = 2
"""Fewer filters than this do not hide behind « Plus »."""
_LOW = 500
"""Height of a window below which open values and results leave no room for more."""


class FacetBar(QWidget):
    """Chips and, under them, the values of the open one.

    Signals:
        changed: the new choice, facet name -> slugs.
        rebuilt: chips came or went: the order of Tab must be told again.
    """

    changed = Signal(object)
    rebuilt = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin without facets."""
        super().__init__(parent)
        self._theme = theme
        self._facets: tuple[Facet, ...] = ()
        self._chosen: dict[str, tuple[str, ...]] = {}
        self._open = ""
        self._all_shown = False
        self._chips: dict[str, Chip] = {}
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row, spacing=theme.px(8))
        self._more = Chip("", theme, self._row)
        self._more.clicked.connect(self._toggle_more)
        self._more.values_wanted.connect(self._enter_values)
        self._more.stepped.connect(self._step)
        self._values = FacetValues(theme, self)
        self._values.toggled.connect(self._choose)
        self._values.left.connect(self._leave_values)
        self._rule = QLabel(self)
        self._rule.setWordWrap(True)
        self._rule.setTextFormat(Qt.TextFormat.PlainText)
        self._rule.setProperty("ink", "2")
        self._rule.setProperty("role", "label")
        self._reset = QPushButton("Effacer les filtres", self)
        self._reset.setProperty("look", "link")
        self._reset.setProperty("role", "label")
        self._reset.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._reset.clicked.connect(self._clear)
        foot = QHBoxLayout()
        foot.addWidget(self._rule, 1)
        foot.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._row)
        self._layout.addWidget(self._values)
        self._layout.addLayout(foot)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self._flow.setSpacing(theme.px(8))
        self._layout.setSpacing(theme.px(8))
        for chip in (*self._chips.values(), self._more):
            chip.set_theme(theme)
        self._refresh()

    def show_facets(self, facets: tuple[Facet, ...], chosen: Chosen) -> None:
        """Show ``facets`` with their counts, and what is chosen."""
        self._facets, self._chosen = facets, {name: tuple(slugs) for name, slugs in chosen.items()}
        if self._open not in {facet.name for facet in facets}:
            self._open = ""
        self._refresh()

    def tab_stops(self) -> list[QWidget]:
        """Return what Tab reaches here, in order: the chips, the values of the open one, the reset."""
        return [*self._shown_chips(), *self._values.tab_stops(), self._reset]

    def close_values(self) -> bool:
        """Take one step back: empty the field, or fold the values; return whether there was anything to do."""
        if self._values.empty_finder():
            return True
        was_open = self._open
        if was_open and self._values.isAncestorOf(QApplication.focusWidget() or self):
            self._leave_values()
        self._open = ""
        self._refresh()
        return bool(was_open)

    # -- what is shown

    def _waiting(self) -> list[Facet]:
        """Return the facets that may hide behind « Plus »: not the usual ones, nor any in use."""
        waiting = [facet for facet in self._facets if not (facet.usual or facet.name in self._used())]
        return waiting if len(waiting) >= _FEW else []

    def _used(self) -> set[str]:
        return {self._open, *(name for name, slugs in self._chosen.items() if slugs)}

    def _refresh(self) -> None:
        had_focus = QApplication.focusWidget()
        self._refresh_row()
        opened = next((facet for facet in self._facets if facet.name == self._open), None)
        self._values.show_facet(opened, self._chosen.get(self._open, ()), self._theme)
        self._show_rule()
        self._reset.setVisible(any(self._chosen.get(facet.name) for facet in self._facets))
        self._row.setVisible(bool(self._facets))
        self.rebuilt.emit()
        if had_focus is not None and self.isAncestorOf(had_focus) and not had_focus.isVisibleTo(self):
            self._keep_focus()

    def _show_rule(self) -> None:
        """Say how choices combine; where open values need the room, chips and list say it to those who ask."""
        combined = combination(self._facets, self._chosen)
        is_low = self.window().height() < self._theme.px(_LOW)
        self._rule.setText(combined or RULE)
        self._rule.setVisible(not is_low if self._open else bool(combined))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The window may be higher or lower now."""
        super().resizeEvent(event)
        self._show_rule()

    def _refresh_row(self) -> None:
        for facet in self._facets:
            self._refresh_chip(facet)
        waiting = self._waiting()
        self._refresh_more(waiting)
        shown = [facet for facet in self._facets if self._all_shown or facet not in waiting]
        row = [*(self._chips[facet.name] for facet in shown), *([self._more] if waiting else [])]
        for chip in (*self._chips.values(), self._more):
            chip.setVisible(chip in row)
        if row != self._shown_chips():
            while self._flow.takeAt(0) is not None:
                pass
            for chip in row:
                self._flow.addWidget(chip)
                chip.raise_()  # the last for screen readers too
            self._flow.invalidate()
            self._flow.activate()  # before anything is painted where it was

    def _refresh_chip(self, facet: Facet) -> None:
        chip = self._chips.get(facet.name)
        if chip is None:
            chip = self._chips[facet.name] = Chip(facet.name, self._theme, self._row)
            chip.clicked.connect(self._toggle)
            chip.dropped.connect(self._drop)
            chip.values_wanted.connect(self._enter_values)
            chip.stepped.connect(self._step)
        opened, active = facet.name == self._open, bool(self._chosen.get(facet.name))
        text = chip_text(facet, self._chosen)
        chip.show_state(text, opened=opened, active=active, meaning=meaning(facet, self._chosen))
        chip.setAccessibleName(spoken(facet, self._chosen, opened=opened))

    def _refresh_more(self, waiting: list[Facet]) -> None:
        word = "Moins" if self._all_shown else "Plus"
        self._more.show_state(word, opened=self._all_shown, active=False)
        told = f"{word} de filtres\u00a0: {', '.join(facet.label for facet in waiting)}"
        self._more.setAccessibleName(told)
        self._more.setToolTip(told)

    def _shown_chips(self) -> list[Chip]:
        items = (self._flow.itemAt(n) for n in range(self._flow.count()))
        return [chip for item in items if item is not None and isinstance(chip := item.widget(), Chip)]

    # -- where the keyboard is

    def _keep_focus(self) -> None:
        """What had the keyboard is gone: it stays in the row."""
        chips = self._shown_chips()
        if chips:
            chips[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _step(self, direction: int) -> None:
        chips = self._shown_chips()
        place = next(n for n, chip in enumerate(chips) if chip is self.sender()) + direction
        if 0 <= place < len(chips):
            chips[place].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _enter_values(self) -> None:
        """Open the values if they are not, and give them the keyboard."""
        name = str(self.sender().property("facet"))
        if not name:
            self._show_all(shown=True)
            return
        self._open = name
        self._refresh()
        self._values.take_focus()

    @Slot()
    def _leave_values(self) -> None:
        self._chips[self._open].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- what is chosen

    @Slot()
    def _toggle(self) -> None:
        chip = self.sender()
        name = str(chip.property("facet"))
        self._open = "" if self._open == name else name
        self._refresh()
        if self._open and not (isinstance(chip, QWidget) and chip.hasFocus()):
            self._values.take_focus()  # opened by the mouse, which leaves the keyboard where it was

    @Slot()
    def _toggle_more(self) -> None:
        self._show_all(shown=not self._all_shown)

    def _show_all(self, *, shown: bool) -> None:
        self._all_shown = shown
        self._refresh()

    @Slot(str, bool)
    def _choose(self, slug: str, chosen: bool) -> None:
        slugs = tuple(s for s in self._chosen.get(self._open, ()) if s != slug) + ((slug,) if chosen else ())
        self._choose_all({**self._chosen, self._open: slugs})

    @Slot()
    def _drop(self) -> None:
        self._choose_all({**self._chosen, str(self.sender().property("facet")): ()})

    @Slot()
    def _clear(self) -> None:
        self._choose_all({})

    def _choose_all(self, chosen: Chosen) -> None:
        """Show the choice at once; the counts follow with the answer."""
        self._chosen = {name: slugs for name, slugs in chosen.items() if slugs}
        self._refresh()
        self.changed.emit(dict(self._chosen))
