"""The words under which a file is found among others: the levers of a note, the situations that they meet, sigles."""

from collections import Counter
from collections.abc import Iterator, Sequence

from levers_app.sheets.document import Document, RecordList

_LEVERS, _SITUATIONS, _SIGLES = 12, 8, 10
"""How many of each at most: a reader shows them on a line or two."""


def keywords(documents: Sequence[Document], sigles: Sequence[str]) -> tuple[str, ...]:
    """Return keywords for a note of ``documents`` that explains ``sigles``; none has a comma, which parts them."""
    levers = dict.fromkeys(name for document in documents for name in _levers(document))
    met = Counter(title for document in documents for title in _listed(document, "situations"))
    situations = [title for title, _ in met.most_common(_SITUATIONS)]
    found = (*list(levers)[:_LEVERS], *situations, *sigles[:_SIGLES])
    return tuple(dict.fromkeys(filter(None, map(_without_commas, found))))


def _levers(document: Document) -> Iterator[str]:
    if document.kind == "lever":
        yield document.short or document.title
    elif document.kind == "case":
        yield from _listed(document, "leviers")


def _listed(document: Document, key: str) -> Iterator[str]:
    blocks = (block for section in document.sections if section.key == key for block in section.blocks)
    return (item.title for block in blocks if isinstance(block, RecordList) for item in block.items)


def _without_commas(word: str) -> str:
    return " ".join(word.replace(",", " ").split())
