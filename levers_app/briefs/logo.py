"""The logo on the cover."""

import io
from collections.abc import Sequence
from dataclasses import replace

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from levers_app.briefs.figures import figure_rows, lost_picture, read_picture
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

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Take its size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        with self.canv.marked(self.tag):
            self.canv.drawImage(ImageReader(io.BytesIO(self._data)), 0, 0, self.width, self.height, mask="auto")


def logo(item: AttachedItem | None) -> Sequence[Flowable]:
    """Return the logo of a note, or a box that says that it cannot be read; nothing when its file is not there."""
    if item is None or not item.path:
        return ()
    picture = read_picture(item)
    if picture is None:
        lost = lost_picture(item)
        said = f"{lost.caption}, {lost.lost}"
        return tuple(figure_rows([replace(lost, alt=said, width=_WIDE, height=_HIGH)]))
    scale = min(1.0, _WIDE / picture.width, _HIGH / picture.height)
    return (Logo(picture.data, picture.width * scale, picture.height * scale, item.caption),)
