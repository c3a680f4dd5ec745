"""Makes of any photo a picture that tells nothing but what it shows: no place, no device, no date, no note.

It imports Pillow: import it only when there is a photo.
"""

import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageCms, ImageOps

from levers_app.store.attachment_kinds import (
    JPEG,
    PNG,
    NotAPhotoError,
    SeveralPagesError,
    TooManyPixelsError,
    photo_format,
)

_log = logging.getLogger(__name__)

MAX_SIDE = 2400
"""Pixels of the long side at most: a whole printed page."""
MAX_PIXELS = 80_000_000
"""Below what Pillow warns of; a quarter of a gigabyte once opened."""
_QUALITY = 88

_DAMAGE = (
    *(OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, ArithmeticError, AttributeError),
    *(RuntimeError, struct.error, zlib.error),
)
"""What Pillow raises on a file that is damaged, or made to harm: its readers promise nothing."""
_FINE_GREYS = {"I", "I;16", "I;16L", "I;16B", "I;16N"}
_GREYS = {"1", "L", "F"}

_PNG_CHUNKS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_JPEG_TABLES = {0xC0, 0xC1, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD}
_SCAN, _END = 0xDA, 0xD9
_JFIF = re.compile(rb"\xff\xe0\x00\x10JFIF\0.{7}\0\0", re.DOTALL)


def cleaned(data: bytes, name: str) -> tuple[str, bytes]:
    """Return the type and the content of a JPEG or PNG that shows what ``data`` shows, and holds nothing else.

    It is upright, in common colours, and no larger than :data:`MAX_SIDE`; the first image of an animation. What is so
    already is kept to the byte: given again, it is found again. ``name`` is what the file is called.

    Raises:
        AttachmentError: it cannot be opened, or should not be.
    """
    with _reading(data, name) as image:
        if image.format == "TIFF" and getattr(image, "n_frames", 1) > 1:
            raise SeveralPagesError(name)
        lossy, bare = _suits_jpeg(data, image), max(image.size) <= MAX_SIDE and _is_bare(data, image)
        image.draft(None, (MAX_SIDE, MAX_SIDE))  # a JPEG far too large is not read in full
        image.load()
        return ((JPEG if lossy else PNG), data) if bare else _written(_plain(image), lossy=lossy)


def thumbnail(data: bytes, size: int) -> bytes | None:
    """Return a PNG of the photo, of ``size`` pixels on its long side at most; None when it cannot be opened."""
    found = _small(data, size, lossless=True)
    return found and found[1]


def reduced(data: bytes, size: int) -> tuple[str, bytes] | None:
    """Return the type and content of the photo, of ``size`` pixels on its long side at most: a JPEG if that suits it.

    None when it cannot be opened, or not all of it.
    """
    return _small(data, size, lossless=False)


def _small(data: bytes, size: int, *, lossless: bool) -> tuple[str, bytes] | None:
    try:
        with _reading(data, "") as image:
            lossy = not lossless and _suits_jpeg(data, image)
            image.draft(None, (size, size))
            plain = _plain(image)
            plain.thumbnail((size, size), Image.Resampling.LANCZOS)
            return _written(plain, lossy=lossy)
    except (NotAPhotoError, TooManyPixelsError):
        return None


@contextmanager
def _reading(data: bytes, name: str) -> Iterator[Image.Image]:
    """Give the photo, its first image, and tell in a sentence what goes wrong with it inside the block."""
    form = photo_format(data)
    try:
        with Image.open(io.BytesIO(data), formats=[form] if form else []) as image:
            if image.width * image.height > MAX_PIXELS:
                raise TooManyPixelsError(name)
            yield image
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise TooManyPixelsError(name) from error
    except _DAMAGE as error:
        _log.info("A photo cannot be read", exc_info=True)
        raise NotAPhotoError(name) from error


def _suits_jpeg(data: bytes, image: Image.Image) -> bool:
    """Tell whether the image is a photograph, of which a JPEG loses nothing that counts; a drawing would suffer."""
    if image.mode in {"1", "P"} or image.has_transparency_data:
        return False
    match image.format:
        case "TIFF":
            return image.mode not in _GREYS | _FINE_GREYS  # in grey, it is the scan of a page
        case "WEBP":
            return data[12:16] != b"VP8L"
        case form:
            return form in {"JPEG", "MPO"}


def _plain(image: Image.Image) -> Image.Image:
    """Return the picture alone: upright, in common colours, not too large, and without anything that came with it."""
    upright = _in_common_colours(_upright(image))
    upright.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    alone = Image.new(upright.mode, upright.size)
    alone.paste(upright)
    return alone


def _upright(image: Image.Image) -> Image.Image:
    """Turn the photo as it was held; when its notes are damaged, leave it."""
    image.load()
    try:
        return ImageOps.exif_transpose(image)
    except _DAMAGE:
        return image


def _in_common_colours(image: Image.Image) -> Image.Image:
    """Return the picture in grey, red-green-blue, or the same with transparency."""
    if image.mode in _FINE_GREYS:
        return image.convert("I").point(lambda value: value * (1 / 256) + 0).convert("L")
    if image.has_transparency_data:
        return _in_srgb(image.convert("RGBA"), image.info.get("icc_profile"))
    if image.mode in _GREYS:
        return image.convert("L")
    whole = image if image.mode in {"RGB", "CMYK"} else image.convert("RGB")
    return _in_srgb(whole, image.info.get("icc_profile")).convert("RGB")


def _in_srgb(image: Image.Image, profile: object) -> Image.Image:
    """Follow the colours of the device, which are then forgotten; a profile that cannot be followed is left out."""
    if not isinstance(profile, bytes):
        return image
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        device, common = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, device, common, outputMode=mode) or image
    except (ImageCms.PyCMSError, *_DAMAGE):
        return image


def _written(image: Image.Image, *, lossy: bool) -> tuple[str, bytes]:
    file = io.BytesIO()
    if lossy:
        image.save(file, "JPEG", quality=_QUALITY, optimize=True)
    else:
        image.save(file, "PNG")
    return (JPEG if lossy else PNG), file.getvalue()


def _is_bare(data: bytes, image: Image.Image) -> bool:
    """Tell whether the file holds nothing but a picture, as we write them."""
    match image.format:
        case "PNG":
            return _png_is_bare(data)
        case "JPEG":
            return image.mode in {"L", "RGB"} and _jpeg_is_bare(data)
    return False


def _png_is_bare(data: bytes) -> bool:
    at = 8
    while data[at + 4 : at + 8] in _PNG_CHUNKS:
        kind = data[at + 4 : at + 8]
        at += 12 + int.from_bytes(data[at : at + 4])
        if kind == b"IEND":
            return at == len(data) and kind + b"\xaeB`\x82" == data[-8:]
    return False


def _jpeg_is_bare(data: bytes) -> bool:
    at = 2
    while data[at : at + 1] == b"\xff" and at + 2 < len(data):
        marker = data[at + 1]
        if marker not in _JPEG_TABLES and not _JFIF.match(data, at):
            return False
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
        if marker == _SCAN:
            found = _NEXT_MARKER.search(data, at)
            at = found.start() if found else len(data)
    return data[at:] == bytes((0xFF, _END))
