"""Blocks of a document as flowables: paragraphs, lists, tables under hairlines, the evidence box, photos."""

from collections.abc import Iterator, Sequence
from itertools import chain

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paraparser import ParaFrag

from levers_app.briefs import styles
from levers_app.briefs.figures import Figures, figure_rows, lost_picture, read_picture
from levers_app.briefs.grid import Grid, Look, columns, listing, row, table
from levers_app.briefs.grid import Row as GridRow
from levers_app.briefs.marks import mark_of, strength_mark
from levers_app.briefs.prose import NBSP, Prose, Setter, paragraph, plain, sign, words
from levers_app.briefs.resources import families
from levers_app.briefs.runs import shaped, width
from levers_app.briefs.tags import list_of
from levers_app.sheets.document import (
    Attached,
    AttachedItem,
    Block,
    BulletList,
    EvidenceBlock,
    Paragraph,
    RecordItem,
    RecordList,
    ResultItem,
    ResultList,
    Row,
    Rows,
)
from levers_app.sheets.wording import EVIDENCE_REMARK, attached_words, counted

Piece = Prose | Grid | Figures
"""What the blocks of a sheet are made of."""
VERIFY = f"[à{NBSP}vérifier]"
_GAP = 12.0
_LABEL_MIN, _LABEL_MAX = 84.0, 144.0
_NATURE, _FIGURE = 62.0, 132.0
_SIGN, _OUTCOME, _FAMILY = 16.0, 84.0, 110.0
_BOX_PAD = 14.0


class BlockSetter:
    """Sets the blocks of one document."""

    def __init__(self, setter: Setter) -> None:
        """Set their lines with ``setter``."""
        self._set = setter

    def flow(self, block: Block) -> Iterator[Piece]:
        """Yield the flowables of ``block``."""
        match block:
            case Paragraph(line, quiet):
                yield self._set.prose(line, styles.QUIET if quiet else styles.BODY)
            case BulletList():
                yield from self._bullets(block)
            case Rows(rows):
                yield from self._rows(rows)
            case EvidenceBlock():
                yield self._evidence(block)
            case ResultList(items):
                yield self._results(items)
            case RecordList(items):
                yield from self._records(items)
            case Attached(items):
                yield from _attached(items)

    def _bullets(self, block: BulletList) -> Iterator[Prose]:
        style = styles.STEP if block.numbered else styles.ITEM
        listed = []
        for place, item in enumerate(block.items, start=1):
            prose = self._set.prose(item.line, style, f"{place}." if block.numbered else "–")
            prose.whole = True
            listed.append([prose, self._set.prose(item.note, styles.NOTE)] if item.note else [prose])
        list_of(listed, numbered=block.numbered)
        yield from chain.from_iterable(listed)

    def _rows(self, rows: Sequence[Row]) -> Iterator[Prose | Grid]:
        label = label_width([item.label for item in rows])
        look = Look(columns((label, styles.WIDTH - label), _GAP))
        laid_out = [row(look, [self._label(item)], [self._text(item)]) for item in rows]
        yield Grid(look, laid_out, tag=table(laid_out))
        if any(item.verify for item in rows):
            yield self._reasons(rows)

    def _label(self, item: Row) -> Prose:
        return plain(item.label, styles.CELL_STRONG, self._set.link(item.target, item.label))

    def _text(self, item: Row) -> Prose:
        pieces = self._set.fragments(item.line, styles.CELL)
        if item.verify:
            pieces += [words(" ", styles.CELL), words(VERIFY, styles.CELL, strong=True)]
        return paragraph(pieces, styles.CELL)

    @staticmethod
    def _reasons(rows: Sequence[Row]) -> Prose:
        style = styles.REASONS
        pieces = [words("À vérifier.", style, strong=True)]
        for item in rows:
            if item.verify:
                pieces += [words(" ", style), words(item.label, style, strong=True)]
                pieces += [words(f"{NBSP}: ", style), words(stopped(item.verify), style)]
        return paragraph(pieces, style)

    def _evidence(self, block: EvidenceBlock) -> Grid:
        label, inner = _LABEL_MIN, styles.WIDTH - 2 * _BOX_PAD
        look = Look(columns((label, inner - label), _GAP, _BOX_PAD), ruled=False, boxed=True)
        style = styles.CELL
        strength = [*sign(strength_mark(block.strength), style), words(block.strength_label, style, strong=True)]
        head = row(
            look,
            [plain("Solidité", styles.CELL_STRONG)],
            [paragraph([*strength, words(f"{NBSP * 4} {EVIDENCE_REMARK}", styles.CELL_QUIET)], style)],
        )
        rows = [row(look, [self._label(item)], [self._text(item)]) for item in block.rows]
        tag = table([head, *rows])
        return Grid(look, rows, [head], tag) if rows else Grid(look, [head], tag=tag)

    def _results(self, items: Sequence[ResultItem]) -> Grid:
        figure = _FIGURE if any(item.figure for item in items) else 0.0
        look = Look(columns((_NATURE, styles.WIDTH - _NATURE - figure, figure), _GAP))
        rows = [self._result(look, item) for item in items]
        return Grid(look, rows, tag=listing(rows))

    def _result(self, look: Look, item: ResultItem) -> GridRow:
        style = styles.CELL
        nature = words("Mesuré", style, strong=True) if item.measured else words("Déclaré", style, emphasis=True)
        figure = [paragraph([words(item.figure, styles.CELL, strong=True)], styles.CELL)] if item.figure else []
        return row(look, [paragraph([nature], style)], [self._set.prose(item.line, style)], figure)

    def _records(self, items: Sequence[RecordItem]) -> Iterator[Prose | Grid]:
        if not any(item.mark or item.meta for item in items):
            yield self._names(items)
        elif any(item.meta for item in items):
            yield self._record_grid(items)
        else:
            records = [self._record_line(item) for item in items]
            list_of([record] for record in records)
            yield from records

    def _title(self, item: RecordItem, style: ParagraphStyle) -> ParaFrag:
        return words(item.title, style, tag=self._set.link(item.target, item.title))

    def _names(self, items: Sequence[RecordItem]) -> Prose:
        style = styles.BODY
        pieces: list[ParaFrag] = []
        for item in items:
            pieces += [words(f"{NBSP}· ", style)] if pieces else []
            pieces.append(self._title(item, style))
        return paragraph(pieces, style)

    def _record_line(self, item: RecordItem) -> Prose:
        style = styles.PLAIN_ITEM
        pieces = [*sign(mark_of(item.mark), style), self._title(item, style)]
        if item.mark_label:
            pieces += [words(f"{NBSP}· ", style), _mark_words(item, style)]
        return paragraph(pieces, style)

    def _record_grid(self, items: Sequence[RecordItem]) -> Grid:
        if all(item.mark in families() for item in items):
            label = label_width([item.title for item in items]) + _SIGN
            look = Look(columns((_SIGN, label, styles.WIDTH - _SIGN - label - _FAMILY, _FAMILY), 6))
            rows = [self._lever(look, item) for item in items]
        else:
            look = Look(columns((_SIGN, styles.WIDTH - _SIGN - _OUTCOME, _OUTCOME), 4))
            rows = [self._example(look, item) for item in items]
        return Grid(look, rows, tag=listing(rows))

    def _lever(self, look: Look, item: RecordItem) -> GridRow:
        name = paragraph([self._title(item, styles.CELL_STRONG)], styles.CELL_STRONG)
        return row(look, _sign_cell(item), [name], [plain(item.meta, styles.CELL)], _mark_cell(item))

    def _example(self, look: Look, item: RecordItem) -> GridRow:
        style = styles.CELL
        pieces = [self._title(item, style)]
        if item.meta:
            pieces.append(words(f", {together(item.meta)}", style).clone(textColor=styles.META))
        return row(look, _sign_cell(item), [paragraph(pieces, style)], _mark_cell(item))


def _attached(items: Sequence[AttachedItem]) -> Iterator[Piece]:
    """Yield the photos that are to be printed, then documents by their names, then what else there is."""
    yield from figure_rows(
        [read_picture(item) or lost_picture(item) for item in items if item.is_picture and item.printed]
    )
    documents = [
        paragraph([words(attached_words(item), styles.ITEM)], styles.ITEM, "–") for item in items if not item.is_picture
    ]
    list_of([document] for document in documents)
    yield from documents
    if left := sum(1 for item in items if item.is_picture and not item.printed):
        yield plain(f"{counted(left, 'photo non imprimée', 'photos non imprimées')}.", styles.REASONS)


def label_width(labels: Sequence[str]) -> float:
    """Return the width of a column of labels: the widest one, within reason."""
    style = styles.CELL_STRONG
    widest = max((width(shaped(label[:80]), style.fontName, style.fontSize) for label in labels), default=0)
    return min(max(widest + _GAP + 1, _LABEL_MIN), _LABEL_MAX)


def stopped(text: str) -> str:
    """Return ``text`` ending with a full stop."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def together(text: str) -> str:
    """Return ``text`` so that it stays on one line when it is short."""
    return text.replace(" ", NBSP) if len(text) < 40 else text


def _sign_cell(item: RecordItem) -> list[Prose]:
    fragments = sign(mark_of(item.mark), styles.CELL)[:2]  # without the room for words after it
    return [paragraph(fragments, styles.CELL)] if fragments else []


def _mark_cell(item: RecordItem) -> list[Prose]:
    return [paragraph([_mark_words(item, styles.CELL_RIGHT)], styles.CELL_RIGHT)]


def _mark_words(item: RecordItem, style: ParagraphStyle) -> ParaFrag:
    """Return the sign in words; the name of a family has its ink, like its icon."""
    look = families().get(item.mark)
    return words(item.mark_label, style).clone(textColor=look.ink if look else styles.META)
