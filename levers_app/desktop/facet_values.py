"""The values of an open filter: a box, its mark, its words and its count, in two columns where both have room."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from levers_app.desktop.flow_layout import clear_layout
from levers_app.desktop.marks import mark_pixmap, strength_pixmap
from levers_app.desktop.rows import FacetValue
from levers_app.desktop.theme import Theme

_WORDS_TO_COUNT, _BETWEEN, _LEAST_ROWS = 8, 16, 3


class FacetValues(QScrollArea):
    """Boxes and counts; they scroll where the window is too low for all of them.

    Signals:
        toggled: slug of a value, and whether it is chosen now.
    """

    toggled = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin without values."""
        super().__init__(parent)
        self._theme = theme
        self._values: tuple[FacetValue, ...] = ()
        self._pairs: list[tuple[QCheckBox, QLabel]] = []
        self._columns = 0
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        inside = QWidget(self)
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def show_values(self, values: Sequence[FacetValue], chosen: Sequence[str], theme: Theme, *, bars: bool) -> None:
        """Show ``values`` with those of ``chosen`` ticked; ``bars`` draws their marks as strengths of evidence."""
        same = theme is self._theme and [v.slug for v in values] == [v.slug for v in self._values]
        self._theme, self._values = theme, tuple(values)
        if not same:
            self._build(bars=bars)
        for value, (box, count) in zip(self._values, self._pairs, strict=True):
            with QSignalBlocker(box):  # shown, not chosen by the person
                box.setChecked(value.slug in chosen)
            box.setAccessibleName(f"{value.label}, {value.count}")
            count.setText(str(value.count))
        self._arrange(anew=not same)

    def boxes(self) -> Iterable[QCheckBox]:
        """The boxes, from the first value to the last."""
        return (box for box, _ in self._pairs)

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(0, self._grid.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Three rows, the others scroll."""
        rows = max(1, self._rows())
        return QSize(0, self.sizeHint().height() * min(rows, _LEAST_ROWS) // rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hold another number of columns."""
        super().resizeEvent(event)
        self._arrange()

    # -- parts

    def _build(self, *, bars: bool) -> None:
        had_focus = next((str(box.property("slug")) for box in self.boxes() if box.hasFocus()), "")
        clear_layout(self._grid)
        self._pairs = [(self._box(value, bars=bars), self._count()) for value in self._values]
        for box in self.boxes():
            if box.property("slug") == had_focus:
                box.setFocus()

    def _box(self, value: FacetValue, *, bars: bool) -> QCheckBox:
        box = QCheckBox(value.label.replace("&", "&&"), self.widget())
        box.setProperty("role", "label")
        box.setProperty("slug", value.slug)
        box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setToolTip(value.label)
        box.setMinimumWidth(self._theme.px(60))
        if value.mark:
            ratio, size = self.devicePixelRatioF(), self._theme.px(14)
            sign = (strength_pixmap if bars else mark_pixmap)(value.mark, self._theme, size, ratio)
            box.setIcon(QIcon(_set_apart(sign, self._theme.px(4))))
            box.setIconSize(QSize(round(size * 1.5 if bars else size) + self._theme.px(4), size))
        box.toggled.connect(self._tell)
        return box

    def _count(self) -> QLabel:
        count = QLabel(self.widget())
        count.setProperty("role", "label")
        count.setProperty("ink", "3")
        return count

    # -- layout

    def _rows(self, columns: int = 0) -> int:
        return -(-len(self._pairs) // max(1, columns or self._columns))

    def _arrange(self, *, anew: bool = False) -> None:
        """Place the boxes in two columns when words and counts of both have room, else in one."""
        columns = 2 if self._needed(2) <= self.contentsRect().width() else 1
        if columns == self._columns and not anew:
            return
        self._columns, rows = columns, self._rows(columns)
        for place, (box, count) in enumerate(self._pairs):
            row, column = place % rows, 3 * (place // rows)
            self._grid.addWidget(box, row, column)
            self._grid.addWidget(count, row, column + 1, Qt.AlignmentFlag.AlignRight)
            box.show()
            count.show()
        px = self._theme.px
        self._grid.setHorizontalSpacing(px(_WORDS_TO_COUNT))
        self._grid.setVerticalSpacing(px(4))
        between = px(_BETWEEN) - 2 * px(_WORDS_TO_COUNT)
        self._grid.setColumnMinimumWidth(2, max(0, between) if columns == 2 else 0)
        self.updateGeometry()

    def _needed(self, columns: int) -> int:
        """Width of ``columns`` columns with every word and count in full."""
        px, rows = self._theme.px, self._rows(columns)
        sides = [self._pairs[n : n + rows] for n in range(0, len(self._pairs), max(1, rows))]
        return sum(max(_width(pair) for pair in side) + px(_WORDS_TO_COUNT) for side in sides) + px(_BETWEEN)

    @Slot(bool)
    def _tell(self, chosen: bool) -> None:
        self.toggled.emit(str(self.sender().property("slug")), chosen)


def _width(pair: tuple[QCheckBox, QLabel]) -> int:
    for widget in pair:
        widget.ensurePolished()
    return pair[0].sizeHint().width() + pair[1].sizeHint().width()


def _set_apart(sign: QPixmap, room: int) -> QPixmap:
    """Return ``sign`` with ``room`` at its right: Qt puts the words of a box close to its icon."""
    ratio = sign.devicePixelRatio()
    wide = QPixmap(sign.width() + round(room * ratio), sign.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, sign)
    painter.end()
    return wide
