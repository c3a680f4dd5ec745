"""The facts under a sheet's title, each with its sign, on as many lines as needed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from levers_app.desktop.dialogs import plain_button
from levers_app.desktop.directions import isolated
from levers_app.desktop.icons import paint_icon
from levers_app.desktop.marks import paint_family, paint_intensity, paint_outcome, paint_strength
from levers_app.desktop.sheet_writer import safe_tip
from levers_app.desktop.theme import Theme
from levers_app.sheets.document import Fact

_ICONS = {
    "place": "map-pin",
    "examples": "building-community",
    "texts": "scale",
    "verify": "alert-triangle",
    "edited": "pencil",
}
_SIGN_WIDTHS = {"strength": 18, "outcome": 12, "intensity": 50, "family": 16, **dict.fromkeys(_ICONS, 16)}
"""Width of each sign at scale 1; facts of other kinds have words only."""


class FactsRow(QWidget):
    """Paints facts one after the other and wraps them; its accessible name says them all in words.

    Attributes:
        compare: the button after the facts of a sheet that was changed here.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty at first."""
        super().__init__(parent)
        self._theme = theme
        self._facts: tuple[Fact, ...] = ()
        self._placed: tuple[tuple[int, int], list[QRectF]] | None = None
        self.compare = plain_button("Comparer à l’original", self, look="link")
        self.compare.setProperty("role", "label")
        self.compare.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_facts(self, facts: Sequence[Fact], theme: Theme) -> None:
        """Show other facts."""
        self._facts = tuple(facts)
        self._theme = theme
        self._placed = None
        self.compare.setVisible(any(fact.kind == "edited" for fact in facts))
        self.setVisible(bool(facts))
        self.setAccessibleName(", ".join(fact.label for fact in facts))
        self.updateGeometry()
        self._place_button()
        self.update()

    @property
    def has_facts(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._facts)

    def heightForWidth(self, width: int) -> int:
        """As many lines as the facts need at this width."""
        boxes = self._boxes(width)
        return round(boxes[-1].bottom()) if boxes else self._top()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._theme.px(200), self._top() + self._line_height())

    def minimumSizeHint(self) -> QSize:
        """One line, however narrow."""
        return QSize(0, self._top() + self._line_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the signs and the words."""
        painter = QPainter(self)
        painter.setFont(self._theme.font("label"))
        for fact, box in self._placed_facts():
            self._paint_sign(painter, fact, box)
            painter.setPen(self._theme.colour("warn" if fact.kind in {"verify", "stale"} else "ink2"))
            words = box.adjusted(self._sign_room(fact), 0, 1, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._words(fact, box))

    def event(self, event: QEvent) -> bool:
        """Show a fact in full when it is pointed at."""
        if isinstance(event, QHelpEvent):
            at = QPointF(event.pos())
            pointed = [fact for fact, box in self._placed_facts() if box.contains(at)]
            QToolTip.showText(event.globalPos(), safe_tip(pointed[0].label) if pointed else "", self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button goes where the facts end."""
        super().resizeEvent(event)
        self._place_button()

    # -- layout

    def _place_button(self) -> None:
        if not self.compare.isHidden():
            box = self._boxes(self.width())[-1]
            self.compare.setGeometry(box.toRect())

    def _placed_facts(self) -> list[tuple[Fact, QRectF]]:
        """The facts, each with its box."""
        return list(zip(self._facts, self._boxes(self.width()), strict=False))

    def _top(self) -> int:
        return self.contentsMargins().top()

    def _line_height(self) -> int:
        return self._theme.line("ui")

    def _sign_room(self, fact: Fact) -> int:
        width = _SIGN_WIDTHS.get(fact.kind, 0)
        return self._theme.px(width) + self._theme.px(6) if width else 0

    def _words(self, fact: Fact, box: QRectF | None = None) -> str:
        """The words drawn: a counted outcome shows its number alone, its mark says the rest; long ones are cut."""
        label = fact.label
        if fact.kind == "outcome" and label[:1].isdigit():
            label = label.split("\u00a0")[0].split(" ")[0]
        label = isolated(label)
        if box is None:
            return label
        metrics = self._theme.metrics("label")
        return metrics.elidedText(label, Qt.TextElideMode.ElideRight, box.width() - self._sign_room(fact) + 1)

    def _boxes(self, width: int) -> list[QRectF]:
        """Return where facts and button stand at this width; kept, since layouts ask again and again."""
        room = (width, self._top())
        if self._placed is None or self._placed[0] != room:
            self._placed = (room, self._new_boxes(width))
        return self._placed[1]

    def _new_boxes(self, width: int) -> list[QRectF]:
        metrics = self._theme.metrics("label")
        high, boxes = self._line_height(), list[QRectF]()
        x, y = 0.0, float(self._top())
        widths = [self._sign_room(fact) + metrics.horizontalAdvance(self._words(fact)) for fact in self._facts]
        gaps = [self._theme.px(12 if fact.kind == "outcome" else 24) for fact in self._facts]
        if not self.compare.isHidden():
            widths.append(self.compare.sizeHint().width())
            gaps.append(self._theme.px(12))
        for wide, gap in zip((min(each, width) for each in widths), gaps, strict=True):
            if boxes:
                x = boxes[-1].right() + gap
            if x + wide > width:
                x, y = 0.0, y + high + self._theme.px(4)
            boxes.append(QRectF(x, y, wide, high))
        return boxes

    # -- signs

    def _paint_sign(self, painter: QPainter, fact: Fact, box: QRectF) -> None:
        theme = self._theme
        wide = theme.px(_SIGN_WIDTHS.get(fact.kind, 0))
        match fact.kind:
            case "strength":
                paint_strength(painter, fact.value, theme, self._sign_box(box, wide, theme.px(12)))
            case "outcome":
                paint_outcome(painter, fact.value, theme, self._sign_box(box, wide, wide))
            case "intensity":
                paint_intensity(painter, int(fact.value), theme, self._sign_box(box, wide, theme.px(8)))
            case "family":
                paint_family(painter, fact.value, theme, self._sign_box(box, wide, wide))
            case "place" | "examples" | "texts" | "verify" | "edited":
                colour = theme.colour("warn" if fact.kind == "verify" else "ink2")
                paint_icon(painter, _ICONS[fact.kind], colour, self._sign_box(box, wide, wide))

    def _sign_box(self, box: QRectF, wide: int, high: int) -> QRectF:
        return QRectF(box.left(), round(box.center().y() - high / 2), wide, high)
