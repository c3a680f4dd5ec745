"""Photos as they travel inside a page: no larger than a screen needs, and nothing left to load."""

from base64 import b64encode
from pathlib import Path

from levers_app.sheets.document import AttachedItem

MOST_PIXELS = 1200
"""Of the long side: a column of text on a sharp screen."""


def data_address(item: AttachedItem) -> str:
    """Return the photo itself as the address of an image; nothing when it cannot be read, or not all of it."""
    from levers_app.store.photos import reduced  # noqa: PLC0415 - few notes have photos: Pillow is imported for them

    try:
        data = Path(item.path).read_bytes() if item.path else b""
    except (OSError, ValueError):
        return ""
    small = reduced(data, MOST_PIXELS) if len(data) == item.size else None
    return f"data:{small[0]};base64,{b64encode(small[1]).decode()}" if small else ""
