"""Makes the edition of a note: reads its sheets, cuts them, shares their sources, says what sigles stand for."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from levers_app.catalogue.brief import LEVELS, ActionsItem, Brief, ComparisonItem, Depth, SheetItem, TextItem
from levers_app.catalogue.brief_models import MODELS
from levers_app.catalogue.errors import UnknownRecordError
from levers_app.catalogue.records import RESTRICTED, record_id
from levers_app.catalogue.typography import NBSP, french
from levers_app.sheets.action_table import action_table
from levers_app.sheets.comparison import Comparison, comparison
from levers_app.sheets.complement import without_complement
from levers_app.sheets.cutting import cut_sections, without_idle_headings
from levers_app.sheets.depth import cited_numbers
from levers_app.sheets.document import (
    Acronym,
    AttachedItem,
    Document,
    Inline,
    Line,
    NumberedSource,
    Paragraph,
    RecordList,
    Section,
    SourceMark,
    Text,
)
from levers_app.sheets.edition import ActionsPart, ComparisonPart, Edition, LeftOut, Part, SheetPart, TextPart
from levers_app.sheets.free_text import free_sections
from levers_app.sheets.keywords import keywords
from levers_app.sheets.leaving import for_others, is_restricted
from levers_app.sheets.library import Library
from levers_app.sheets.markup import is_linkable
from levers_app.sheets.note_sigles import note_sigles
from levers_app.sheets.numbering import renumbered
from levers_app.sheets.rewriting import Change, blocks_with, section_with, with_lines
from levers_app.sheets.wording import full_date, short_label

_UNSAID = "inconnu"
"""The territory of a site of which nobody said it."""
CODES = 2
"""Sources that have a QR code."""


@dataclass(frozen=True, slots=True)
class Press:
    """What editions are made with.

    Attributes:
        sheet: lays out the sheet of a record.
        library: holds pictures and the glossary.
        base_line: which base it is.
        printed: the day.
    """

    sheet: Callable[[str], Document]
    library: Library
    base_line: str
    printed: datetime.date


def edition(brief: Brief, press: Press, *, restricted: bool = False) -> Edition:
    """Return ``brief`` with what it prints; restricted examples are in it only if the person says so (``restricted``).

    Raises:
        StorageError: the base cannot be read.
    """
    return _Editing(brief, press, restricted=restricted).edition()


class _Editing:
    """Makes one edition: what a part says first, the next ones need not say again."""

    def __init__(self, brief: Brief, press: Press, *, restricted: bool) -> None:
        self._brief = brief
        self._options = brief.options
        self._press = press
        self._restricted = restricted
        compares = any(isinstance(item, ComparisonItem) for item in brief.items)
        self._shared = brief.options.sources and (compares or not brief.options.paged)
        self._sources: dict[tuple[str, str], NumberedSource] = {}
        self._cited = Counter[tuple[str, str]]()
        self._listed: dict[tuple[str, str], NumberedSource] = {}
        self._explained: set[str] = set()
        self._left_out: list[LeftOut] = []
        self._documents: list[Document] = []

    def edition(self) -> Edition:
        brief, cover = self._brief, self._brief.cover
        parts = tuple(without_idle_headings(tuple(self._parts())))
        alone = len(parts) == 1 and not isinstance(parts[0], TextPart | ActionsPart) and not cover.title.strip()
        title = french(cover.title.strip()) or _title(parts, brief)
        confidentiality, mention = self._confidentiality(parts)
        sigles = note_sigles(parts, self._press.library.house().sigles)
        return Edition(
            title=title,
            subtitle=french(cover.subtitle.strip()),
            kind=MODELS[brief.model].name if brief.model in MODELS else "Note",
            heading=brief.options.cover or brief.options.contents or not alone,
            about=self._about(),
            parts=parts,
            options=brief.options,
            sigles=sigles if self._options.sigles else (),
            sources=tuple(self._sources.values()),
            codes=self._codes() if brief.options.codes and brief.options.sources else (),
            citation=self._citation(title),
            confidentiality=confidentiality,
            mention=mention,
            base_line=self._press.base_line,
            printed=self._press.printed,
            logo=self._logo(),
            left_out=tuple(self._left_out),
            keywords=keywords(self._documents, [sigle for sigle, _ in sigles]),
        )

    # -- parts

    def _parts(self) -> Iterator[Part]:
        house = self._press.library.house()
        for place, item in enumerate(self._brief.items):
            match item:
                case SheetItem(record, depth):
                    if (document := self._document(place, record)) is not None:
                        yield SheetPart(place, self._cut(document, depth, item.sections), depth == "page")
                case TextItem(text):
                    sections = tuple(section_with(s, self._expanded) for s in free_sections(text, house))
                    if sections:
                        yield TextPart(place, sections)
                case ComparisonItem(levers, title):
                    ids = (record_id("lever", slug) for slug in levers)
                    documents = [found for id_ in ids if (found := self._document(place, id_)) is not None]
                    if documents:
                        yield ComparisonPart(place, self._compared(comparison(documents, french(title)), documents))
                case ActionsItem(actions, title, territory):
                    if actions:
                        site = house.vocabulary.territories.get(territory)
                        label = short_label(site) if site and territory != _UNSAID else ""
                        table = action_table(actions, french(title.strip()), self._lever_title, label)
                        yield ActionsPart(place, table)

    def _lever_title(self, slug: str) -> str:
        title = self._press.library.title(record_id("lever", slug))
        return title or f"{slug} (levier qui n’est plus dans la base)"

    def _document(self, place: int, record: str) -> Document | None:
        """Return a sheet as it may leave, or nothing: then it is told."""
        try:
            document = self._press.sheet(record)
        except UnknownRecordError:
            self._left_out.append(LeftOut(place, record, "gone"))
            return None
        if record.startswith("draft:"):  # the privacy guard has not asked about it
            self._left_out.append(LeftOut(place, document.title, "draft"))
            return None
        if is_restricted(document) and not self._restricted:
            self._left_out.append(LeftOut(place, document.title, "restricted"))
            return None
        outside = document if self._restricted else for_others(document)
        if not self._options.complements:
            outside = without_complement(outside)
        self._documents.append(outside)
        return outside

    def _cut(self, document: Document, depth: Depth, chosen: Sequence[str]) -> Document:
        sections = cut_sections(document, depth, chosen, photos=self._options.photos)
        document = replace(document, sections=sections, origin=document.origin if self._options.paged else "")
        change = self._numbering(document)
        document = with_lines(document, lambda line: self._expanded(change(line)))
        if not self._shared:
            return self._with_own_sources(document)
        return _with_sources_named(replace(document, sources=()), self._numbers_of(document))

    def _compared(self, compared: Comparison, documents: Sequence[Document]) -> Comparison:
        changes = [self._numbering(document) for document in documents]
        rows = tuple(
            replace(
                row,
                cells=tuple(
                    blocks_with(cell, lambda line, change=change: self._expanded(change(line)))  # type: ignore[misc]
                    for cell, change in zip(row.cells, changes, strict=True)
                ),
            )
            for row in compared.rows
        )
        return replace(compared, rows=rows)

    # -- sources

    def _numbering(self, document: Document) -> Change:
        """Return what gives the marks of a sheet the numbers of the note, or takes them away without sources."""
        if not self._options.sources:
            return lambda line: tuple(piece for piece in line if not isinstance(piece, SourceMark))
        keys = {source.number: _key(source) for source in document.sources}

        def renumbered(piece: Inline) -> Inline:
            if not isinstance(piece, SourceMark):
                return piece
            found = [number for number in piece.numbers if number in keys]
            self._cited.update(keys[number] for number in found)
            if not self._shared:
                return piece
            return SourceMark(tuple(sorted({self._number(document, number) for number in found})))

        return lambda line: tuple(map(renumbered, line))

    def _number(self, document: Document, number: int) -> int:
        source = next(source for source in document.sources if source.number == number)
        return self._sources.setdefault(_key(source), replace(source, number=len(self._sources) + 1)).number

    def _numbers_of(self, document: Document) -> tuple[int, ...]:
        """Return the numbers of the sources of an example, whose text cites none."""
        if cited_numbers(document) or document.kind == "lever":
            return ()
        self._cited.update(map(_key, document.sources))
        return tuple(self._number(document, source.number) for source in document.sources)

    def _with_own_sources(self, document: Document) -> Document:
        """Return a sheet that lists its sources itself, numbered as it cites them: what was cut leaves no gaps."""
        if not self._options.sources:
            return replace(document, sources=())
        found = renumbered(document)
        for source in found.sources:
            self._listed.setdefault(_key(source), source)
        return found

    def _codes(self) -> tuple[NumberedSource, ...]:
        """Return the sources that are cited most and lead to a page, in the order of the note."""
        listed = self._sources or self._listed
        pages = [key for key in listed if is_linkable(key[0]) and not key[0].startswith("mailto")]
        main = sorted(pages, key=lambda key: -self._cited[key])[:CODES]
        return tuple(listed[key] for key in pages if key in main)

    # -- sigles

    def _expanded(self, line: Line) -> Line:
        """Return a line that says at the first sigle of the note what it stands for, unless it does so already."""
        said = "".join(piece.text for piece in line if not isinstance(piece, SourceMark)).casefold()
        return tuple(found for piece in line for found in self._with_expansion(piece, said))

    def _with_expansion(self, piece: Inline, said: str) -> Iterator[Inline]:
        yield piece
        if isinstance(piece, Acronym) and piece.target not in self._explained:
            self._explained.add(piece.target)
            if piece.expansion.casefold() not in said:
                yield Text(f" ({piece.expansion})")

    # -- head and foot

    def _about(self) -> tuple[tuple[str, str], ...]:
        cover = self._brief.cover
        said = (
            ("Organisme", cover.organisation),
            ("Auteur", cover.author),
            ("Destinataire", cover.addressee),
            ("Date", cover.date.strip() or full_date(self._press.printed)),
        )
        return tuple((label, french(text.strip())) for label, text in said if text.strip())

    def _citation(self, title: str) -> str:
        cover = self._brief.cover
        who = (cover.author.strip(), cover.organisation.strip())
        said = (*who, f"«{NBSP}{title}{NBSP}»", cover.date.strip() or full_date(self._press.printed))
        return f"{', '.join(filter(None, said))}. {self._press.base_line}."

    def _confidentiality(self, parts: Sequence[Part]) -> tuple[str, str]:
        """Return the strictest confidentiality, that of examples which are only named included, and its mention.

        A note that was kept with one that is unknown here has the strictest: it must not go further than was meant.
        """
        known = self._press.library.house().vocabulary.confidentialities
        facts = (fact for document in self._documents for fact in document.facts if fact.kind == "confidentiality")
        own = self._brief.cover.confidentiality
        found = {own if own in ("", *LEVELS) else RESTRICTED, *(fact.value for fact in facts)}
        if any(_names_restricted(part.document) for part in parts if isinstance(part, SheetPart)):
            found.add(RESTRICTED)
        strictest = next((level for level in reversed(LEVELS) if level in found), LEVELS[0])
        return strictest, known[strictest].short if strictest != LEVELS[0] else ""

    def _logo(self) -> AttachedItem | None:
        logo = self._brief.cover.logo
        found = self._press.library.picture(logo) if logo else None
        return replace(found, caption=f"Logo\u00a0: {self._brief.cover.organisation or found.name}") if found else None


def _names_restricted(document: Document) -> bool:
    blocks = (block for section in document.sections for block in section.blocks)
    return any(item.restricted for block in blocks if isinstance(block, RecordList) for item in block.items)


def _with_sources_named(document: Document, numbers: tuple[int, ...]) -> Document:
    """Say at the end of a sheet that cites nothing in its text which sources of the note are its own."""
    if not numbers:
        return document
    line: Line = (Text("Source" if len(numbers) == 1 else "Sources"), SourceMark(numbers))
    named = Section("origine", "", "", (Paragraph(line, quiet=True),))
    return replace(document, sections=(*document.sections, named))


def _title(parts: Sequence[Part], brief: Brief) -> str:
    first = parts[0] if parts else None
    if len(parts) == 1 and isinstance(first, SheetPart):
        return first.document.title
    if len(parts) == 1 and isinstance(first, ComparisonPart):
        return first.comparison.title
    return french(brief.name.strip()) or "Note"


def _key(source: NumberedSource) -> tuple[str, str]:
    """Return what two sheets that cite the same page have in common."""
    return source.url.strip(), source.title if not source.url.strip() else ""
