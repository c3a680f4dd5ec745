"""Filters above a list: kinds as tabs, facets as chips that open their values in place."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from levers_app.desktop.chips import Chip
from levers_app.desktop.facet_values import FacetValues
from levers_app.desktop.flow_layout import FlowLayout, clear_layout
from levers_app.desktop.rows import Facet
from levers_app.desktop.theme import Theme

Chosen = Mapping[str, tuple[str, ...]]


class FacetBar(QWidget):
    """Chips and, under them, the values of the open one.

    Signals:
        changed: the new choice, facet name -> slugs.
        rebuilt: chips or values are new ones: the order of Tab must be told again.
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
        self._chips: dict[str, Chip] = {}
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row, spacing=theme.px(8))
        self._values = FacetValues(theme, self)
        self._values.toggled.connect(self._choose)
        self._rule = QLabel("Plusieurs cases : l’un ou l’autre. Plusieurs filtres : les deux à la fois.", self)
        self._rule.setWordWrap(True)
        self._rule.setProperty("ink", "2")
        self._rule.setProperty("role", "label")
        self._reset = QPushButton("Tout effacer", self)
        self._reset.setProperty("look", "link")
        self._reset.setProperty("role", "label")
        self._reset.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._reset.clicked.connect(self._clear)
        foot = QHBoxLayout()
        foot.addWidget(self._rule, 1)
        foot.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self._row)
        layout.addWidget(self._values)
        layout.addLayout(foot)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self._flow.setSpacing(theme.px(8))
        self._build_chips()
        self._refresh()

    def show_facets(self, facets: tuple[Facet, ...], chosen: Chosen) -> None:
        """Show ``facets`` with their counts, and what is chosen."""
        names = [facet.name for facet in facets]
        rebuild = names != [facet.name for facet in self._facets]
        self._facets, self._chosen = facets, {name: tuple(slugs) for name, slugs in chosen.items()}
        if self._open not in names:
            self._open = ""
        if rebuild:
            self._build_chips()
        self._refresh()

    @property
    def active(self) -> bool:
        """Whether any filter shown here is on."""
        return any(self._chosen.get(facet.name) for facet in self._facets)

    def tab_stops(self) -> list[QWidget]:
        """Return what Tab reaches here, in order: the chips, the values of the open one, the reset."""
        return [*self._chips.values(), *self._values.boxes(), self._reset]

    def close_values(self) -> bool:
        """Fold the open facet; return whether one was open (Esc goes one step at a time)."""
        was_open = bool(self._open)
        self._open = ""
        self._refresh()
        return was_open

    def _build_chips(self) -> None:
        clear_layout(self._flow)
        self._chips = {}
        for facet in self._facets:
            chip = Chip(facet.name, self._theme, self._row)
            chip.clicked.connect(self._toggle)
            chip.dropped.connect(self._drop)
            self._flow.addWidget(chip)
            self._chips[facet.name] = chip

    def _refresh(self) -> None:
        for facet in self._facets:
            self._refresh_chip(facet)
        self._row.setVisible(bool(self._facets))
        opened = next((facet for facet in self._facets if facet.name == self._open), None)
        self._show_values(opened)
        self._values.setVisible(opened is not None)
        self._rule.setVisible(opened is not None)
        self._reset.setVisible(self.active)
        self.rebuilt.emit()

    def _refresh_chip(self, facet: Facet) -> None:
        chip = self._chips[facet.name]
        chosen = self._chosen.get(facet.name, ())
        labels = [value.label for value in facet.values if value.slug in chosen]
        text = facet.label if not chosen else (labels[0] if len(labels) == 1 else f"{facet.label} · {len(chosen)}")
        chip.show_state(text, opened=facet.name == self._open, active=bool(chosen))
        state = f", {len(chosen)} choix\u00a0: {', '.join(labels)}" if chosen else ""
        opened = ", ouvert" if facet.name == self._open else ""
        chip.setAccessibleName(f"Filtre {facet.label}{state}{opened}")

    def _show_values(self, facet: Facet | None) -> None:
        chosen = self._chosen.get(facet.name, ()) if facet else ()
        shown = [value for value in facet.values if value.count or value.slug in chosen] if facet else []
        self._values.show_values(shown, chosen, self._theme, bars=self._open == "strength")

    @Slot()
    def _toggle(self) -> None:
        name = str(self.sender().property("facet"))
        self._open = "" if self._open == name else name
        self._refresh()

    @Slot(str, bool)
    def _choose(self, slug: str, chosen: bool) -> None:
        slugs = tuple(s for s in self._chosen.get(self._open, ()) if s != slug) + ((slug,) if chosen else ())
        self._choose_all(self._open, slugs)

    @Slot()
    def _drop(self) -> None:
        self._choose_all(str(self.sender().property("facet")), ())

    def _choose_all(self, facet: str, slugs: tuple[str, ...]) -> None:
        self._chosen = {**self._chosen, facet: slugs}
        self.changed.emit({name: chosen for name, chosen in self._chosen.items() if chosen})

    @Slot()
    def _clear(self) -> None:
        self._chosen = {}
        self.changed.emit({})
