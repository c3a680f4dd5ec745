"""Photos and documents of a sheet, their files made for the test."""

from pathlib import Path

from levers_app.sheets.document import Attached, AttachedItem, Document, Section
from tests.store.pictures import drawing, saved

JPEG, PNG, PDF = "image/jpeg", "image/png", "application/pdf"
_MEDIA = {".jpg": JPEG, ".png": PNG, ".pdf": PDF}


def item(path: Path, data: bytes, caption: str = "", *, printed: bool = True) -> AttachedItem:
    """Put ``data`` at ``path`` and return the item that shows it."""
    path.write_bytes(data)
    return AttachedItem(str(path), path.name, caption, _MEDIA[path.suffix], len(data), printed)


def photo(path: Path, size: tuple[int, int] = (600, 400), caption: str = "", *, printed: bool = True) -> AttachedItem:
    """A photo whose upper left corner is red, the rest blue."""
    form = "PNG" if path.suffix == ".png" else "JPEG"
    return item(path, saved(drawing(size), form), caption, printed=printed)


def sheet(*items: AttachedItem) -> Document:
    """The sheet of an example that has these, and nothing else."""
    pieces = Section("pieces", "Photos et documents", "Pièces jointes", (Attached(items),), len(items))
    return Document("case:hall", "case", "Exemple de terrain", "Un hall libéré", (), (pieces,))
