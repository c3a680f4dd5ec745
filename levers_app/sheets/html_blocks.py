"""How a block looks in HTML, in the page of a sheet and in that of a note alike."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from levers_app.catalogue.typography import NBSP
from levers_app.sheets.depth import shown_of
from levers_app.sheets.document import (
    Acronym,
    Attached,
    AttachedItem,
    Block,
    BulletList,
    EvidenceBlock,
    Inline,
    Line,
    Link,
    ListItem,
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
)
from levers_app.sheets.markup import Html, element, joined, linked
from levers_app.sheets.wording import (
    ABSENT,
    DAMAGED,
    all_of,
    attached_facts,
    attached_kind,
    nature,
    short_address,
    source_details,
)


@dataclass(slots=True)
class HtmlWriter:
    """Writes the blocks of sheets that share their sources; each source leads back to its first mark.

    Attributes:
        listed: numbers of the sources that the page lists: marks lead to them.
        prefix: begins the ids of marks and sources.
        anchors: where the page shows a record, by its id.
        picture: gives the address of a photo; without it, photos are named only. Nothing for one that cannot be read.
        captions: whether tables say what they are; the clipboard does without, since editors show it twice.
    """

    listed: Collection[int] = ()
    prefix: str = ""
    anchors: Mapping[str, str] = field(default_factory=dict)
    picture: Callable[[AttachedItem], str] | None = None
    captions: bool = False
    _cited: set[int] = field(default_factory=set)
    _told: set[int] = field(default_factory=set)

    def section(self, section: Section, level: int, anchor: str) -> Html:
        """Return a section under its heading; without a title it is no section, only its blocks."""
        blocks = (self.block(block, section.title) for block in section.blocks)
        if not section.title.strip():
            return joined(*blocks)
        shown = shown_of(section)
        title = f"{section.title} ({shown})" if shown else section.title
        return element("section", heading(level, title), *blocks, id=anchor)

    def sources(self, sources: Sequence[NumberedSource], level: int, anchor: str) -> Html:
        """Return the list of sources, in a section of its own."""
        items = map(self._source, sources)
        return element("section", heading(level, "Sources"), element("ol", *items), id=anchor)

    def line(self, line: Line) -> Html:
        """Return one line."""
        return joined(*map(self._piece, line))

    def block(self, block: Block, caption: str) -> Html:
        """Return one block; ``caption`` says what it is, for a table."""
        match block:
            case Paragraph(line, quiet):
                return element("p", self.line(line), class_="quiet" if quiet else "")
            case BulletList(items, numbered):
                return _list("ol" if numbered else "ul", map(self._item, items))
            case Rows(rows):
                return self._table(rows, caption)
            case EvidenceBlock(_, label, rows):
                return joined(element("p", label, class_="quiet"), self._table(rows, caption))
            case ResultList(results):
                return self._results(results, caption)
            case RecordList() | Attached():
                return self._listed(block)

    # -- lists and tables

    def _item(self, item: ListItem) -> Html:
        note = joined(element("br"), self.line(item.note)) if item.note else ""
        return element("li", self.line(item.line), note)

    def _table(self, rows: Sequence[Row], caption: str) -> Html:
        return element("table", self._caption(caption), element("tbody", *map(self._row, rows))) if rows else joined()

    def _row(self, row: Row) -> Html:
        verify = element("p", f"À vérifier{NBSP}: {row.verify}", class_="verify") if row.verify else ""
        label = element("th", self._to_record(named(row.label, "–"), row.target), scope="row")
        return element("tr", label, element("td", self.line(row.line), verify))

    def _results(self, results: Sequence[ResultItem], caption: str) -> Html:
        if not results:
            return joined()
        names = (
            ("Résultat", "Nature", "Chiffre") if any(result.figure for result in results) else ("Résultat", "Nature")
        )
        head = element("thead", element("tr", *(element("th", name, scope="col") for name in names)))
        body = element("tbody", *(self._result(result, len(names)) for result in results))
        return element("table", self._caption(caption), head, body)

    def _result(self, result: ResultItem, columns: int) -> Html:
        cells = (self.line(result.line), nature(measured=result.measured), result.figure)
        return element("tr", *(element("td", cell) for cell in cells[:columns]))

    def _caption(self, caption: str) -> Html:
        return element("caption", named(caption)) if self.captions else joined()

    def _record(self, item: RecordItem) -> Html:
        return _titled(self._to_record(item.title, item.target), all_of((item.mark_label, item.meta)))

    # -- photos and documents

    def _listed(self, block: RecordList | Attached) -> Html:
        if isinstance(block, RecordList):
            return _list("ul", map(self._record, block.items))
        return joined(*self._attached(block.items))

    def _attached(self, items: Sequence[AttachedItem]) -> Iterator[Html]:
        """Yield what is attached: where its file lies is nobody else's affair, and nothing is loaded from there."""
        if self.picture is None:
            yield _list("ul", map(_named, items))
            return
        yield from (figure(item, self.picture(item)) for item in items if item.is_picture)
        yield _list("ul", (_named(item) for item in items if not item.is_picture))

    # -- sources

    def _source(self, source: NumberedSource) -> Html:
        number, details = source.number, source_details(source)
        known = number in self._told
        self._told.add(number)
        back = element(
            "a", "↩", href=f"#{self.prefix}mark-{number}", aria_label=f"Retour au texte de la source {number}"
        )
        return element(
            "li",
            linked(named(source.title, named(short_address(source.url))), source.url),
            f", {details}" if details else "",
            element("span", f" {short_address(source.url)}", class_="quiet") if self.captions and source.url else "",
            joined(" ", back) if number in self._cited else "",
            id="" if known else f"{self.prefix}source-{number}",
            value=str(number),
        )

    def _mark(self, number: int) -> Html:
        if number not in self.listed:
            return joined(str(number))
        first = number not in self._cited
        self._cited.add(number)
        return element(
            "a",
            str(number),
            href=f"#{self.prefix}source-{number}",
            id=f"{self.prefix}mark-{number}" if first else "",
            aria_label=f"Source {number}",
        )

    # -- words

    def _piece(self, piece: Inline) -> str:
        match piece:
            case Text(text, strong, emphasis):
                marked = element("em", text) if emphasis else text
                return element("strong", marked) if strong else marked
            case Acronym(text, expansion):
                return element("abbr", text, title=expansion) if expansion.strip() else text
            case Link(text, target):
                return self._to_record(text, target)
            case SourceMark(numbers):
                return element("sup", Html(", ".join(map(self._mark, numbers))))

    def _to_record(self, text: str, target: str) -> str:
        """Return words that lead to a record when the page shows it."""
        anchor = self.anchors.get(target)
        return element("a", text, href=f"#{anchor}") if anchor and text.strip() else text


def heading(level: int, title: str, anchor: str = "") -> Html:
    """Return a heading, which is never empty."""
    return element(f"h{min(level, 6)}", named(title), id=anchor)


def named(text: str, otherwise: str = "Sans titre") -> str:
    """Return ``text``, or what stands for it when nothing would be seen or heard."""
    return text if text.strip() else otherwise


def figure(item: AttachedItem, address: str) -> Html:
    """Return a picture over its caption; one that cannot be shown leaves a box that says so."""
    name = f"{attached_kind(item)}{NBSP}: {named(item.caption, item.name)}"
    shown = (
        element("img", src=address, alt=name)
        if address
        else element("p", f"{name} ({DAMAGED if item.path else ABSENT})", class_="missing")
    )
    return element("figure", shown, element("figcaption", item.caption) if item.caption.strip() else "")


def _named(item: AttachedItem) -> Html:
    facts = attached_facts(item)
    details = all_of((item.name, facts)) if item.caption else facts
    return _titled(f"{attached_kind(item)}{NBSP}: {item.caption or item.name}", details)


def _titled(title: str, details: str) -> Html:
    return element("li", title, *([element("br"), element("span", details, class_="quiet")] if details else []))


def _list(tag: str, items: Iterator[Html]) -> Html:
    written = list(items)
    return element(tag, *written) if written else joined()
