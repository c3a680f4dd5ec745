"""What paper takes from ``resources/``: fonts, icons and the inks of the families."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "resources"
FONTS = FOLDER / "fonts"
ICONS = FOLDER / "icons"


@dataclass(frozen=True, slots=True)
class FamilyInk:
    """How a lever family is printed: its ink and the name of its icon."""

    ink: str
    icon: str


@cache
def families() -> dict[str, FamilyInk]:
    """Return the ink and icon of each family, by slug, from ``style/tokens.json``."""
    tokens = json.loads((FOLDER / "style" / "tokens.json").read_text(encoding="utf-8"))
    return {slug: FamilyInk(look["print"], look["icon"]) for slug, look in tokens["families"].items()}
