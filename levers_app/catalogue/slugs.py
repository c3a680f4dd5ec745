"""How words become the slugs of records."""

import re
import unicodedata


def slugify(text: str) -> str:
    """Return ``text`` as a kebab-case ASCII slug: « Code civil L251-2 » gives ``code-civil-l251-2``."""
    ascii_text = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "Oe").replace("æ", "ae"))
    return re.sub(r"[^a-z0-9]+", "-", ascii_text.encode("ascii", "ignore").decode().lower()).strip("-")


def text_slug(text: str, article: str) -> str:
    """Return the slug of a legal text: references with the same words lead to the same text."""
    return slugify(f"{text} {article}") or "sans-nom"
