"""The photos of the open sheet: read on a worker at the size at which they are shown, one after the other, and kept."""

import logging
from collections import deque
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter

from levers_app.desktop.jobs import Jobs
from levers_app.sheets.document import AttachedItem

_FORMATS = {"image/jpeg": b"jpeg", "image/png": b"png"}
_MOST_KEPT = 64_000_000
"""Bytes of photos that are kept for the sheets one comes back to."""
_log = logging.getLogger(__name__)


class Picture(NamedTuple):
    """A photo as it was read: its own size, and an image of it no larger than ``room``; nothing if it is damaged."""

    natural: QSize = QSize()
    image: QImage = QImage()
    room: QSize = QSize()

    @property
    def is_damaged(self) -> bool:
        """Whether nothing can be shown of it."""
        return self.natural.isEmpty()


class SheetPictures(QObject):
    """Reads the photos of one sheet at a time: other work of the window gets between them.

    Signals:
        arrived: path of a photo that was read.
        missed: a photo cannot be read.
    """

    arrived = Signal(str)
    missed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing is read before :meth:`begin`."""
        super().__init__(parent)
        self._jobs: Jobs | None = None
        self._kept: dict[str, Picture] = {}
        self._current: dict[str, AttachedItem] = {}
        self._waiting: deque[AttachedItem] = deque()
        self._room = QSize()
        self._reading = False

    def begin(self, jobs: Jobs) -> None:
        """Use these workers."""
        self._jobs = jobs
        self._read_next()

    def find(self, item: AttachedItem) -> Picture | None:
        """Return a photo as it was read last; nothing while it is on its way."""
        return self._kept.get(item.path)

    def want(self, items: Iterable[AttachedItem], room: QSize) -> None:
        """Read these photos and no others, for a room of so many pixels of the screen."""
        self._room = room
        self._current = {item.path: item for item in items}
        self._waiting = deque(item for item in self._current.values() if not self._is_ready(item))
        self._read_next()

    def forget_damaged(self) -> None:
        """Try those again that could not be read: a disk may be back."""
        self._kept = {path: picture for path, picture in self._kept.items() if not picture.is_damaged}

    def _is_ready(self, item: AttachedItem) -> bool:
        picture = self._kept.get(item.path)
        return picture is not None and (picture.is_damaged or picture.room == self._room)

    def _read_next(self) -> None:
        if self._jobs is not None and self._waiting and not self._reading:
            self._reading = True
            self._jobs.read(partial(_read, self._waiting.popleft(), self._room), self._take)

    def _take(self, read: tuple[str, Picture]) -> None:
        path, picture = read
        self._reading = False
        self._kept.pop(path, None)
        self._kept[path] = picture
        self._make_room()
        if path in self._current and picture.is_damaged:
            self.missed.emit()
        elif path in self._current:
            self.arrived.emit(path)
        self._read_next()

    def _make_room(self) -> None:
        """Let go of the photos that were read first, not of those in sight."""
        size = sum(picture.image.sizeInBytes() for picture in self._kept.values())
        for path in [path for path in self._kept if path not in self._current]:
            if size <= _MOST_KEPT:
                return
            size -= self._kept.pop(path).image.sizeInBytes()


def read_picture(item: AttachedItem, room: QSize) -> Picture:
    """Return a photo no larger than ``room``, on white where one could see through it. Called on a worker."""
    if not _is_whole(item):
        return Picture()
    reader = QImageReader(item.path, _FORMATS.get(item.media, b""))
    reader.setAutoDetectImageFormat(False)
    natural = reader.size()
    if natural.width() > room.width() or natural.height() > room.height():
        reader.setScaledSize(fitted(natural, room))
    image = reader.read()
    if image.isNull():
        _log.info("A photo of a sheet cannot be read: %s", reader.error())
        return Picture()
    return Picture(natural, _on_white(image) if image.hasAlphaChannel() else image, room)


def fitted(size: QSize, room: QSize) -> QSize:
    """Return ``size`` as it goes into ``room``: never larger than it is, never flattened to nothing."""
    if size.width() <= room.width() and size.height() <= room.height():
        return size
    return size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def _read(item: AttachedItem, room: QSize) -> tuple[str, Picture]:
    return item.path, read_picture(item, room)


def _is_whole(item: AttachedItem) -> bool:
    """Tell whether the file has all its bytes: of one cut short, the reader would make up the rest."""
    try:
        return Path(item.path).stat().st_size == item.size
    except OSError:
        return False


def _on_white(image: QImage) -> QImage:
    """Return the image as on paper: a drawing in black would not be seen on dark ground."""
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper
