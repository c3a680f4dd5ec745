"""The order in which one reads the parts of a page, for the Tab key."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget


def in_reading_order(fields: Sequence[QWidget], page: QWidget) -> list[QWidget]:
    """Return fields line by line, from left to right in each: those that overlap in height stand on one line."""
    boxes = {field: QRect(field.mapTo(page, QPoint(0, 0)), field.size()) for field in fields}
    ordered: list[QWidget] = []
    line: list[QWidget] = []
    for field in sorted(fields, key=lambda field: boxes[field].top()):
        if line and boxes[field].center().y() > min(boxes[other].bottom() for other in line):
            ordered += sorted(line, key=lambda other: boxes[other].left())
            line = []
        line.append(field)
    return ordered + sorted(line, key=lambda other: boxes[other].left())
