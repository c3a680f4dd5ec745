"""Where some characters of a laid-out text stand: for the frames around links and passages."""

from typing import cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextLayout, QTextLine


def line_boxes(layout: QTextLayout, start: int, end: int, pad: int) -> list[QRectF]:
    """Return a box for each line that holds some of the characters from ``start`` to ``end``, ``pad`` wider."""
    boxes = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = _x(line, first), _x(line, last)
            boxes.append(QRectF(min(left, right) - pad, line.y() - 1, abs(right - left) + 2 * pad, line.height() + 2))
    return boxes


def _x(line: QTextLine, position: int) -> float:
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x
