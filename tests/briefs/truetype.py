"""What an embedded TrueType font says of its glyphs."""

import struct
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font program.

    Attributes:
        encodings: platform and encoding of each of its maps.
        glyphs: the glyph of each code, by the first map.
        widths: advance of each glyph, in thousandths of its size.
        count: number of glyphs.
    """

    encodings: list[tuple[int, int]]
    glyphs: dict[int, int]
    widths: list[float]
    count: int

    def width(self, glyph: int) -> float:
        """Return the advance of a glyph; the last one counts for those that have none of their own."""
        return self.widths[min(glyph, len(self.widths) - 1)]


def read_font(data: bytes) -> FontFile:
    """Read the tables that tell codes, glyphs and widths (OpenType specification, cmap, hhea, hmtx, maxp)."""
    tables = _tables(data)
    units = struct.unpack_from(">H", tables["head"], 18)[0]
    count = struct.unpack_from(">H", tables["hhea"], 34)[0]
    advances = struct.unpack_from(f">{'Hh' * count}", tables["hmtx"])[::2]
    encodings = [
        struct.unpack_from(">HHI", tables["cmap"], 4 + 8 * n)
        for n in range(struct.unpack_from(">H", tables["cmap"], 2)[0])
    ]
    return FontFile(
        [(platform, encoding) for platform, encoding, _ in encodings],
        _glyphs(tables["cmap"][encodings[0][2] :]),
        [1000 * advance / units for advance in advances],
        struct.unpack_from(">H", tables["maxp"], 4)[0],
    )


def _tables(data: bytes) -> dict[str, bytes]:
    entries = (struct.unpack_from(">4s4xII", data, 12 + 16 * n) for n in range(struct.unpack_from(">H", data, 4)[0]))
    return {name.decode("ascii"): data[start : start + length] for name, start, length in entries}


def _glyphs(table: bytes) -> dict[int, int]:
    kind = struct.unpack_from(">H", table)[0]
    if kind == 0:
        return dict(enumerate(table[6:262]))
    if kind == 6:
        first, count = struct.unpack_from(">HH", table, 6)
        return dict(enumerate(struct.unpack_from(f">{count}H", table, 10), start=first))
    raise ValueError(f"a map of codes of format {kind}")
