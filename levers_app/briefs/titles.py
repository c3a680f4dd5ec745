"""Titles in two lines or more: no word or two alone on the last."""

from functools import cache

from reportlab.lib.styles import ParagraphStyle

from levers_app.briefs import styles
from levers_app.briefs.prose import UNBOUNDED, Prose

_SHORT = 0.35
"""Part of the width under which a last line looks forgotten."""
_STEP = 6


def balanced(title: Prose) -> Prose:
    """Have the lines of a title about as long as one another when its last one, in the column, would be short."""
    if title.direction:
        return title
    width = styles.WIDTH
    count = _lines(title, width)
    if count < 2 or _last(title, width) >= _SHORT * width:
        return title
    whole = (count - 1) * width + _last(title, width)
    for indent in range(int(width - whole / count) // _STEP * _STEP, 0, -_STEP):
        if _lines(title, width - indent) == count:
            title.style = _indented(title.style, indent)
            break
    return title


def _lines(title: Prose, width: float) -> int:
    title.wrap(width, UNBOUNDED)
    return len(title.blPara.lines)


def _last(title: Prose, width: float) -> float:
    """Return how long the last line of a title is, which was broken for ``width``."""
    line = title.blPara.lines[-1]
    return width - float(line[0] if title.blPara.kind == 0 else line.extraSpace)


@cache
def _indented(style: ParagraphStyle, indent: int) -> ParagraphStyle:
    return style.clone(f"{style.name} {indent}", rightIndent=indent)
