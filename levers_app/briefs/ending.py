"""The last page of a note: it holds more than a few lines.

What would be left alone there is set with less air, or the whole sheet is, so that it ends on the page before; or some
of the text before it comes along, as a typographer would do.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reportlab.platypus import CondPageBreak, Flowable, NextPageTemplate, PageBreak

from levers_app.briefs import styles
from levers_app.briefs.breaks import leaves_one_alone
from levers_app.briefs.closer import closer
from levers_app.briefs.fitting import height_of
from levers_app.briefs.prose import UNBOUNDED, Prose
from levers_app.briefs.styles import ROOMY, TIGHT, EndLook
from levers_app.briefs.tagging import Rule

_LEAST = 110.0
"""Height under which a last page looks forgotten, in points: about a seventh of a page."""
_SAVED = 240.0
"""Height up to which a last page is saved when less air is enough for that: a third of a page."""
_MOST_MOVED = 240.0
"""Height that may stay empty at the foot of the page before."""
_FUZZ = 1e-6

Pieces = list[Flowable]
Made = Callable[[EndLook], Iterable[Flowable]]


@dataclass(frozen=True, slots=True)
class Room:
    """What a page has left: its height, the air asked for after what stands there, and the height of a whole page."""

    left: float
    after: float
    whole: float

    @property
    def is_page(self) -> bool:
        """Whether nothing stands on the page yet."""
        return self.left >= self.whole - _FUZZ


def _nothing(_look: EndLook) -> Iterable[Flowable]:
    return ()


class Ending(Flowable):
    """A sheet or the last text of one, with its sources and the end of the note: laid out once their room is known.

    Attributes:
        end: makes the end of the note, under its last sheet.
        apart: the name of pages on which that end stands when it has no room under the sheet, and is no few lines.
    """

    def __init__(self, text: Sequence[Flowable] = (), foot: Made = _nothing, end: Made = _nothing) -> None:
        """``foot`` makes the sources of the sheet."""
        super().__init__()
        self._text = list(text)
        self._foot = foot
        self.end = end
        self.apart = ""

    def flow(self, room: Room) -> Pieces:
        """Return what stands in the place of it, on a page that has so much ``room``."""
        sheet, end = [*self._text, *self._foot(ROOMY)], self._end(ROOMY)
        pages = _pages([*sheet, *end], room)
        goes_over = bool(self.apart) and len(pages) > len(_pages(sheet, room))
        if len(pages) == 1 or (not goes_over and _high(pages[-1]) >= _SAVED):
            return [*sheet, *end]
        tight = [*self._foot(TIGHT), *self._end(TIGHT)]
        for text in (self._text, closer(self._text)):
            if len(_pages([*text, *tight], room)) < len(pages):
                return [*text, *tight]
        if goes_over and _high(own := list(self.end(ROOMY))) >= _LEAST:
            under = Ending(self._text, self._foot)
            return [under, NextPageTemplate(self.apart), PageBreak(), Ending(end=lambda _: own)]
        return (_high(pages[-1]) < _LEAST and _with_company(pages)) or [*sheet, *end]

    def _end(self, look: EndLook) -> Pieces:
        """Return the end of the note; a line tells that it is that of the whole note."""
        rule = Rule("100%", styles.HAIRLINE, lineCap="butt", color=styles.INK, spaceBefore=14, spaceAfter=2)
        return [*([rule] if self.apart else []), *self.end(look)]


def ended(flow: Iterable[Flowable], end: Made, apart: str, *, whole: bool) -> Pieces:
    """Return the last part of a note with the ``end`` of the note under it.

    It may stand ``apart`` (:class:`Ending`). What has no ending of its own stays ``whole``, or may come along.
    """
    pieces = list(flow)
    last = pieces[-1]
    if not isinstance(last, Ending):
        pieces, text = (pieces, Pieces()) if whole else _last_text(pieces)
        last = Ending(text)
        pieces.append(last)
    last.end, last.apart = end, apart
    return pieces


def _last_text(flow: Sequence[Flowable]) -> tuple[Pieces, Pieces]:
    """Return ``flow`` in two, the second of which may come along with an end that would be alone."""
    text, last = list(flow), Pieces()
    while text and not isinstance(text[-1], CondPageBreak | Ending):
        if _high(last) >= _LEAST and not _announces(text[-1]):
            break
        last.insert(0, text.pop())
    return text, last


def _high(flow: Sequence[Flowable]) -> float:
    return height_of(flow, styles.WIDTH)


def _announces(piece: Flowable) -> bool:
    """Tell whether what follows ``piece`` must stand on its page."""
    return isinstance(piece, Rule) or (isinstance(piece, Prose) and (piece.heading or piece.style is styles.KIND))


def _pages(flow: Sequence[Flowable], room: Room) -> list[Pieces]:
    """Return ``flow`` page by page, as frames of reportlab take it."""
    pages, waiting = [Pieces()], list(flow)
    while waiting:
        piece = waiting.pop(0)
        before = 0.0 if room.is_page else max(piece.getSpaceBefore() - room.after, 0.0)
        left = room.left - before
        high = piece.wrap(styles.WIDTH, left)[1] if left > 0 else 0.0
        if left > 0 and (high <= left + _FUZZ or (room.is_page and not piece.split(styles.WIDTH, left))):
            pages[-1].append(piece)
            room = Room(left - high - piece.getSpaceAfter(), piece.getSpaceAfter(), room.whole)
            continue
        parts = piece.split(styles.WIDTH, left) if left > 0 else []
        pages[-1] += parts[:1]
        waiting[:0] = parts[1:] if parts else [piece]
        pages.append([])
        room = Room(room.whole, 0.0, room.whole)
    return pages


def _with_company(pages: Sequence[Pieces]) -> Pieces:
    """Return ``pages`` with so much more on the last one that it is no few lines; nothing when that cannot be done."""
    *before, kept, last = (list(page) for page in pages)
    alone = _high(last)
    while kept and (_announces(kept[-1]) or leaves_one_alone(kept, last) or _high(last) < _LEAST):
        piece = kept.pop()
        high, missing = piece.wrap(styles.WIDTH, UNBOUNDED)[1], _LEAST - _high(last)
        parts = piece.split(styles.WIDTH, high - missing) if 0 < missing < high else []
        kept += parts[:-1]
        last.insert(0, parts[-1] if len(parts) > 1 else piece)
    if _high(last) - alone > _MOST_MOVED:
        return []
    return [*(piece for page in (*before, kept) for piece in page), PageBreak(), *last]
