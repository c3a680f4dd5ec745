"""How words become the slugs of records."""

import re
import unicodedata


def slugify(text: str) -> str:
    """Return ``text`` as a kebab-case ASCII slug: « Code civil L251-2 » gives ``code-civil-l251-2``."""
    parts = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    letters = "".join(part for part in parts if not unicodedata.combining(part))
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def text_slug(text: str, article: str) -> str:
    """Return the slug of a legal text: references with the same words lead to the same text."""
    return slugify(f"{text} {article}") or "sans-nom"
