"""How a block looks in Markdown and in plain text, in a sheet and in a note alike.

Both say the same lines in the same order; a :class:`Dialect` tells how a heading, an item or a word looks. In Markdown
the special characters of the content are escaped: it stays text. A paragraph or an item is one line; where they are
asked for, ids end the lines that lead to other records, as in the results of a search on the command line.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from levers_app.catalogue.typography import NBSP, only_characters
from levers_app.sheets.depth import shown_of
from levers_app.sheets.document import (
    Attached,
    Block,
    BulletList,
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

_LINE_ENDS = re.compile(r"[ ]*[\n\r\t\v\f\x85\u2028\u2029]+[ ]*")
_SPECIAL = re.compile(r"([\\`*_\[\]<>&~|#])")
_BLOCK_START = re.compile(r"^\s*\d+(?=[.)])|^\s*(?=[-+=])")
_PLAIN_ADDRESS = re.compile(r"[^\s<>]+")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one kind of text is written.

    Attributes:
        words: makes content safe.
        heading: writes a title (safe already) of a level from 1.
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


def written(parts: Iterable[str]) -> str:
    """Return paragraphs as one text."""
    return "\n\n".join(filter(None, parts)) + "\n"


def section(part: Section, d: Dialect, level: int) -> Iterator[str]:
    """Yield the heading and the blocks of a section; without a title it has no heading."""
    shown = shown_of(part)
    if part.title.strip():
        yield d.heading(level, d.words(f"{part.title} ({shown})" if shown else part.title))
    for each in part.blocks:
        yield "\n".join(block(each, d))


def block(part: Block, d: Dialect) -> Iterator[str]:
    """Yield the lines of a block."""
    match part:
        case Paragraph(words):
            yield line(words, d)
        case BulletList(items, numbered):
            signs = (f"{place}. " if numbered else d.bullet for place in range(1, len(items) + 1))
            yield from (sign + line((*i.line, *_note(i.note)), d) for sign, i in zip(signs, items, strict=True))
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
    said = line((Text(row.label, strong=True), Text(f"{NBSP}: "), *row.line, Text(verify)), d)
    return d.bullet + said + _id(row.target, d)


def _result(result: ResultItem, d: Dialect) -> str:
    figure = (Text(f"{NBSP}: "), Text(result.figure, strong=True)) if result.figure else ()
    kind = Text(f" ({nature(measured=result.measured)})")
    return d.bullet + line((*result.line, *figure, kind), d)


def _record(record: RecordItem, d: Dialect) -> str:
    details = all_of((record.mark_label, record.meta))
    return d.bullet + d.words(f"{record.title} – {details}" if details else record.title) + _id(record.target, d)


def _id(target: str, d: Dialect) -> str:
    return f" · {d.words(target)}" if d.ids and target else ""


def sources_list(sources: Sequence[NumberedSource], d: Dialect, level: int) -> Iterator[str]:
    """Yield the sources after their numbers, under their heading."""
    if sources:
        yield d.heading(level, "Sources")
        yield "\n".join(_source(source, d) for source in sources)


def _source(source: NumberedSource, d: Dialect) -> str:
    said = ", ".join(part for part in (source.title, source_details(source)) if part)
    address = f" {d.address(source.url)}" if source.url else ""
    return f"{d.bullet}{d.words(f'[{source.number}] {said}')}{address}"


def line(words: Line, d: Dialect) -> str:
    """Return one line."""
    return "".join(_piece(piece, d) for piece in words).strip()


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
    return only_characters(_LINE_ENDS.sub(" ", text))


def _escaped(text: str) -> str:
    return _BLOCK_START.sub(r"\g<0>\\", _SPECIAL.sub(r"\\\1", _one_line(text)))


def _markdown_heading(level: int, title: str) -> str:
    return f"{'#' * level} {title}"


def _plain_heading(level: int, title: str) -> str:
    """Return a title over a line of signs; from the third level on it stands alone."""
    return f"{title}\n{'=-'[level - 1] * min(len(title), 80)}" if level <= 2 else title


def _markdown_address(address: str) -> str:
    if is_linkable(address) and _PLAIN_ADDRESS.fullmatch(address):
        return f"<{only_characters(address)}>"
    return _escaped(address)


MARKDOWN = Dialect(_escaped, _markdown_heading, _markdown_address, bullet="- ", strong="**", emphasis="*")
PLAIN = Dialect(_one_line, _plain_heading, _one_line, bullet="– ", strong="", emphasis="")
