"""A document as Markdown and as plain text, for the clipboard and the command line.

Both say the same lines in the same order; a :class:`Dialect` tells how a heading, an item or a word looks. In Markdown
the special characters of the content are escaped: it stays text. A paragraph or an item is one line; where they are
asked for, ids end the lines that lead to other records, as in the results of a search on the command line.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from levers_app.catalogue.typography import NBSP
from levers_app.sheets.depth import Depth, shown_of, shown_sections, shown_sources
from levers_app.sheets.document import (
    Attached,
    Block,
    BulletList,
    Document,
    EvidenceBlock,
    Inline,
    Line,
    NumberedSource,
    Paragraph,
    RecordItem,
    RecordList,
    ResultItem,
    ResultList,
    Row,
    Rows,
    Section,
    SourceMark,
    Text,
    plain,
)
from levers_app.sheets.markup import is_linkable
from levers_app.sheets.wording import all_of, attached_words, nature, source_details

_LINE_ENDS = re.compile(r"[ ]*[\n\r\t\v\f\x1c-\x1e\x85\u2028\u2029]+[ ]*")
_SPECIAL = re.compile(r"([\\`*_\[\]<>&~|#])")
_BLOCK_START = re.compile(r"^\s*\d+(?=[.)])|^\s*(?=[-+=])")
_PLAIN_ADDRESS = re.compile(r"[^\s<>]+")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one kind of text is written.

    Attributes:
        words: makes content safe.
        heading: writes a title (safe already) of level 1 or 2.
        address: writes the address of a source.
        bullet: begins an item.
        strong: stands at both ends of strong words; ``emphasis`` likewise.
        ids: whether a line that leads to another record ends with its id.
    """

    words: Callable[[str], str]
    heading: Callable[[int, str], str]
    address: Callable[[str], str]
    bullet: str
    strong: str
    emphasis: str
    ids: bool = False


def to_markdown(document: Document, depth: Depth = "full", *, ids: bool = False) -> str:
    """Return ``document`` as Markdown, with the ``ids`` of the records that it leads to, if asked for."""
    return _written(document, depth, replace(MARKDOWN, ids=ids))


def to_text(document: Document, depth: Depth = "full", *, ids: bool = False) -> str:
    """Return ``document`` as plain text, one line a paragraph; ``ids`` as in :func:`to_markdown`."""
    return _written(document, depth, replace(PLAIN, ids=ids))


def _written(document: Document, depth: Depth, dialect: Dialect) -> str:
    return "\n\n".join(part for part in _parts(document, depth, dialect) if part) + "\n"


def _parts(document: Document, depth: Depth, d: Dialect) -> Iterator[str]:
    yield d.heading(1, d.words(document.title))
    yield d.words(all_of((document.kind_label, document.family_label, *(fact.label for fact in document.facts))))
    yield _line(document.lead, d)
    for section in shown_sections(document, depth):
        yield from _section(section, d)
    sources = shown_sources(document, depth)
    if sources:
        yield d.heading(2, "Sources")
        yield "\n".join(_source(source, d) for source in sources)


def _section(section: Section, d: Dialect) -> Iterator[str]:
    shown = shown_of(section)
    yield d.heading(2, d.words(f"{section.title} ({shown})" if shown else section.title))
    for block in section.blocks:
        yield "\n".join(_block(block, d))


def _block(block: Block, d: Dialect) -> Iterator[str]:
    match block:
        case Paragraph(line):
            yield _line(line, d)
        case BulletList(items, numbered):
            signs = (f"{place}. " if numbered else d.bullet for place in range(1, len(items) + 1))
            yield from (sign + _line((*i.line, *_note(i.note)), d) for sign, i in zip(signs, items, strict=True))
        case Rows(rows):
            yield from (_row(row, d) for row in rows)
        case EvidenceBlock(_, label, rows):
            yield d.bullet + d.words(label)
            yield from (_row(row, d) for row in rows)
        case ResultList(results):
            yield from (_result(result, d) for result in results)
        case RecordList(records):
            yield from (_record(record, d) for record in records)
        case Attached(attached):
            yield from (d.bullet + d.words(attached_words(item)) for item in attached)


def _note(note: Line) -> Line:
    return (Text(" – "), *note) if note else ()


def _row(row: Row, d: Dialect) -> str:
    verify = f" [à vérifier{NBSP}: {row.verify}]" if row.verify else ""
    line = _line((Text(row.label, strong=True), Text(f"{NBSP}: "), *row.line, Text(verify)), d)
    return d.bullet + line + _id(row.target, d)


def _result(result: ResultItem, d: Dialect) -> str:
    figure = (Text(f"{NBSP}: "), Text(result.figure, strong=True)) if result.figure else ()
    kind = Text(f" ({nature(measured=result.measured)})")
    return d.bullet + _line((*result.line, *figure, kind), d)


def _record(record: RecordItem, d: Dialect) -> str:
    details = all_of((record.mark_label, record.meta))
    return d.bullet + d.words(f"{record.title} – {details}" if details else record.title) + _id(record.target, d)


def _id(target: str, d: Dialect) -> str:
    return f" · {d.words(target)}" if d.ids and target else ""


def _source(source: NumberedSource, d: Dialect) -> str:
    said = ", ".join(part for part in (source.title, source_details(source)) if part)
    address = f" {d.address(source.url)}" if source.url else ""
    return f"{d.bullet}{d.words(f'[{source.number}] {said}')}{address}"


def _line(line: Line, d: Dialect) -> str:
    return "".join(_piece(piece, d) for piece in line).strip()


def _piece(piece: Inline, d: Dialect) -> str:
    match piece:
        case Text(text, strong, emphasis):
            emphasised = _signed(d.words(text), d.emphasis if emphasis else "")
            return _signed(emphasised, d.strong if strong else "")
        case SourceMark():
            return d.words(plain((piece,)))
        case _:
            return d.words(piece.text)


def _signed(text: str, sign: str) -> str:
    """Return ``text`` between two signs, which must touch its words: spaces at its ends stay outside."""
    word = text.strip()
    start = text.find(word)
    return f"{text[:start]}{sign}{word}{sign}{text[start + len(word) :]}" if word else text


def _one_line(text: str) -> str:
    return _LINE_ENDS.sub(" ", text)


def _escaped(text: str) -> str:
    return _BLOCK_START.sub(r"\g<0>\\", _SPECIAL.sub(r"\\\1", _one_line(text)))


def _markdown_heading(level: int, title: str) -> str:
    return f"{'#' * level} {title}"


def _plain_heading(level: int, title: str) -> str:
    return f"{title}\n{'=-'[level - 1] * min(len(title), 80)}"


def _markdown_address(address: str) -> str:
    return f"<{address}>" if is_linkable(address) and _PLAIN_ADDRESS.fullmatch(address) else _escaped(address)


MARKDOWN = Dialect(_escaped, _markdown_heading, _markdown_address, bullet="- ", strong="**", emphasis="*")
PLAIN = Dialect(_one_line, _plain_heading, _one_line, bullet="– ", strong="", emphasis="")
