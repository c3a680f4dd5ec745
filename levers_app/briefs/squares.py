"""The squares of a QR code: reportlab's, with its mask chosen by a few operations on whole numbers.

reportlab tries the eight masks square by square in lists, which takes as long as the rest of a page. Here a code is one
number, a bit a square, and is weighed as a whole (ISO/IEC 18004, 7.8.3).
"""

from collections.abc import Iterable
from functools import lru_cache

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel, QRUtil

_MASKS = range(8)
_FINDER = (True, False, True, True, True, False, True, False, False, False, False)
_LONG_RUN = 4
"""Neighbours that are alike, in a run that counts: five squares."""


def squares(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the rows of the code of ``text``, dark squares true."""
    code = _Code(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    return tuple(tuple(map(bool, row)) for row in code.modules)


class _Code(QRCode):
    """A code whose mask is found quickly: the same one."""

    def getBestMaskPattern(self) -> int:  # noqa: N802 - reportlab's name
        """Return the mask that leaves the fewest patterns which confuse a reader."""
        self.makeImpl(True, 0)
        side, masks = self.moduleCount, _masks(self.version)
        drawn = _number(square for row in self.modules for square in row)
        return min(_MASKS, key=lambda mask: _lost(drawn ^ masks[0] ^ masks[mask], side))


@lru_cache(maxsize=8)
def _masks(version: int) -> tuple[int, ...]:
    """Return the squares that each mask turns over."""
    code = QRCode(version, QRErrorCorrectLevel.M)
    side = code.moduleCount = 4 * version + 17
    places = list(code.dataPosIterator())  # type: ignore[no-untyped-call]
    masks = map(QRUtil.getMask, _MASKS)
    return tuple(sum(1 << (row * side + column) for column, row in places if mask(row, column)) for mask in masks)


def _lost(code: int, side: int) -> int:
    """Return how many points a code loses, counted as reportlab does: it looks for finders in rows only."""
    alike = _alike(code, 1, side) & _columns(side, side - 1)
    under = _alike(code, side, side)
    blocks = alike & alike >> side & under
    looks = _columns(side, side - len(_FINDER))
    for place, dark in enumerate(_FINDER):
        looks &= code >> place if dark else ~(code >> place)
    light = 10 * (abs(100 * code.bit_count() // side**2 - 50) // 5)
    return _runs(alike, 1) + _runs(under, side) + 3 * blocks.bit_count() + 40 * looks.bit_count() + light


def _alike(code: int, step: int, side: int) -> int:
    """Return the squares that are as dark as the one ``step`` after them."""
    return ~(code ^ code >> step) & ((1 << (side * side - step)) - 1)


def _runs(alike: int, step: int) -> int:
    """Return the points of runs of five squares or more: three, and one for each square beyond."""
    for _ in range(_LONG_RUN - 1):
        alike &= alike >> step
    return alike.bit_count() + 2 * (alike & ~(alike << step)).bit_count()


@lru_cache(maxsize=16)
def _columns(side: int, count: int) -> int:
    """Return the squares of the first columns."""
    return sum(((1 << count) - 1) << (row * side) for row in range(side))


def _number(bits: Iterable[bool]) -> int:
    return sum(1 << place for place, bit in enumerate(bits) if bit)
