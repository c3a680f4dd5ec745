"""The logo on the cover."""

import io
from typing import Self

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from levers_app.briefs.figures import read_picture
from levers_app.briefs.tagging import TaggedCanvas
from levers_app.briefs.tags import Tag
from levers_app.sheets.document import AttachedItem

_WIDE, _HIGH = 170.0, 64.0
"""Points at most: a logo signs a note, it does not fill it."""


class Logo(Flowable):
    """A picture at left, as large as a signature."""

    canv: TaggedCanvas

    def __init__(self, data: bytes, width: float, height: float, said: str) -> None:
        """``said`` tells it to who cannot see it."""
        super().__init__()
        self._data = data
        self.width, self.height = width, height
        self.tag = Tag("Figure", alt=said)

    @classmethod
    def of(cls, item: AttachedItem | None) -> Self | None:
        """Return the logo of a note, if it has one that can be read."""
        picture = read_picture(item) if item else None
        if picture is None or item is None:
            return None
        scale = min(1.0, _WIDE / picture.width, _HIGH / picture.height)
        return cls(picture.data, picture.width * scale, picture.height * scale, item.caption)

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Take its size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        with self.canv.marked(self.tag):
            self.canv.drawImage(ImageReader(io.BytesIO(self._data)), 0, 0, self.width, self.height, mask="auto")
