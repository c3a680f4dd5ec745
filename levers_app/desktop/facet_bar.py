"""Filters above a list: kinds as tabs, facets as chips that open their values in place."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from levers_app.desktop.flow_layout import FlowLayout, clear_layout
from levers_app.desktop.icons import themed_icon
from levers_app.desktop.listing import Facet, FacetValue
from levers_app.desktop.marks import mark_pixmap, strength_pixmap
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
        self._chips: dict[str, QToolButton] = {}
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row, spacing=theme.px(8))
        self._values = QWidget(self)
        self._grid = QGridLayout(self._values)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._rule = QLabel("Plusieurs cases : l’un ou l’autre. Plusieurs filtres : les deux à la fois.", self)
        self._rule.setWordWrap(True)
        self._rule.setProperty("ink", "2")
        self._rule.setProperty("role", "label")
        self._reset = QPushButton("Tout effacer", self)
        self._reset.setProperty("look", "link")
        self._reset.setProperty("role", "label")
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
        values = [item.widget() for n in range(self._grid.count()) if (item := self._grid.itemAt(n)) is not None]
        return [*self._chips.values(), *(box for box in values if isinstance(box, QCheckBox)), self._reset]

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
            chip = QToolButton(self._row)
            chip.setProperty("look", "chip")
            chip.setProperty("facet", facet.name)
            chip.setCheckable(True)
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            chip.setProperty("role", "label")
            chip.setIconSize(QSize(self._theme.px(14), self._theme.px(14)))
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.clicked.connect(self._toggle)
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
        chip.setText(text)
        opened = facet.name == self._open
        chip.setChecked(opened)
        chip.setProperty("active", bool(chosen))
        chip.setIcon(themed_icon("chevron-up" if opened else "chevron-down", self._theme))
        state = f", {len(chosen)} choix : {', '.join(labels)}" if chosen else ""
        chip.setAccessibleName(f"Filtre {facet.label}{state}")
        chip.style().unpolish(chip)
        chip.style().polish(chip)

    def _show_values(self, facet: Facet | None) -> None:
        had_focus = self._focused_slug()
        clear_layout(self._grid)
        if facet is None:
            return
        chosen = self._chosen.get(facet.name, ())
        shown = [value for value in facet.values if value.count or value.slug in chosen]
        columns = 2 if self.width() >= self._theme.px(330) else 1
        half = -(-len(shown) // columns)
        for place, value in enumerate(shown):
            box = self._value_box(value, checked=value.slug in chosen)
            column = place // half
            self._grid.addWidget(box, place % half, column * 2)
            count = QLabel(f"{value.count}", self._values)
            count.setProperty("role", "label")
            count.setProperty("ink", "3")
            self._grid.addWidget(count, place % half, column * 2 + 1, Qt.AlignmentFlag.AlignRight)
            if value.slug == had_focus:
                box.setFocus()
        self._grid.setHorizontalSpacing(self._theme.px(8))
        self._grid.setVerticalSpacing(self._theme.px(4))

    def _value_box(self, value: FacetValue, *, checked: bool) -> QCheckBox:
        box = QCheckBox(value.label, self._values)
        box.setProperty("role", "label")
        box.setProperty("slug", value.slug)
        box.setAccessibleName(f"{value.label}, {value.count}")
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setToolTip(value.label)
        box.setMinimumWidth(self._theme.px(60))
        if value.mark:
            ratio, size = self.devicePixelRatioF(), self._theme.px(14)
            bars = self._open == "strength"
            sign = strength_pixmap if bars else mark_pixmap
            box.setIcon(QIcon(sign(value.mark, self._theme, size, ratio)))
            box.setIconSize(QSize(round(size * 1.5) if bars else size, size))
        box.setChecked(checked)
        box.toggled.connect(self._choose)
        return box

    def _focused_slug(self) -> str:
        focused = next((box for box in self._values.findChildren(QCheckBox) if box.hasFocus()), None)
        return str(focused.property("slug")) if focused is not None else ""

    @Slot()
    def _toggle(self) -> None:
        name = str(self.sender().property("facet"))
        self._open = "" if self._open == name else name
        self._refresh()

    @Slot(bool)
    def _choose(self, checked: bool) -> None:
        slug = str(self.sender().property("slug"))
        slugs = tuple(s for s in self._chosen.get(self._open, ()) if s != slug) + ((slug,) if checked else ())
        self._chosen = {**self._chosen, self._open: slugs}
        self.changed.emit({name: chosen for name, chosen in self._chosen.items() if chosen})

    @Slot()
    def _clear(self) -> None:
        self._chosen = {}
        self.changed.emit({})
