"""The source marks of the content, such as ``[gltd-2]``."""

import re
from collections.abc import Iterator

SOURCE_MARK = re.compile(r"\[([a-z0-9][a-z0-9\-, ]*-\d+)\]")


def cited_sources(text: str) -> Iterator[str]:
    """Yield the source ids that the marks of ``text`` cite, such as ``gltd-2``."""
    for mark in SOURCE_MARK.finditer(text):
        yield from (part.strip() for part in mark[1].split(","))
