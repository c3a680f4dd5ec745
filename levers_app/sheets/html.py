"""A document as one self-contained HTML page, for the clipboard and the command line.

The page has no script and loads nothing; its only links outside are the web and mail addresses of its sources.
"""

from collections.abc import Iterator

from levers_app.catalogue.typography import NBSP
from levers_app.sheets.depth import Depth, shown_of, shown_sections, shown_sources
from levers_app.sheets.document import (
    Acronym,
    Attached,
    AttachedItem,
    Block,
    BulletList,
    Document,
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
from levers_app.sheets.wording import all_of, attached_facts, attached_kind, nature, source_details

STYLE = Html(
    "body{font:16px/1.5 'Source Sans 3','Segoe UI',sans-serif;color:#1F2328;max-width:44rem;margin:2rem auto}"
    "h1{font-size:1.6em;line-height:1.2}h2{font-size:1.2em;margin:1.4em 0 .4em}.lead{font-size:1.1em}"
    "table{border-collapse:collapse}tr{border-top:1px solid #DEDAD2}"
    "th,td{padding:.3em 1em .3em 0;text-align:left;vertical-align:top}"
    ".quiet{color:#4F555B}.verify{color:#795100}abbr{text-decoration:none}"
)
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def to_html(document: Document, depth: Depth = "full") -> str:
    """Return ``document`` as a whole page in French."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("title", document.title),
        element("style", STYLE),
    )
    body = element("body", *_Page().parts(document, depth))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='fr')}\n"


class _Page:
    """Writes one page; remembers which sources were cited, so that each leads back to its first mark."""

    def __init__(self) -> None:
        self._cited: set[int] = set()

    def parts(self, document: Document, depth: Depth) -> Iterator[Html]:
        yield element("p", all_of((document.kind_label, document.family_label)), class_="quiet")
        yield element("h1", document.title)
        if document.facts:
            yield element("ul", *(element("li", fact.label) for fact in document.facts), class_="quiet")
        if document.lead:
            yield element("p", self._line(document.lead), class_="lead")
        for section in shown_sections(document, depth):
            yield self._section(section)
        sources = shown_sources(document, depth)
        if sources:
            items = (self._source(source) for source in sources)
            yield element("section", element("h2", "Sources"), element("ol", *items), id="sources")

    def _section(self, section: Section) -> Html:
        shown = shown_of(section)
        title = f"{section.title} ({shown})" if shown else section.title
        return element("section", element("h2", title), *map(self._block, section.blocks), id=section.key)

    def _block(self, block: Block) -> Html:
        match block:
            case Paragraph(line, quiet):
                return element("p", self._line(line), **({"class_": "quiet"} if quiet else {}))
            case BulletList(items, numbered):
                return element("ol" if numbered else "ul", *map(self._item, items))
            case Rows(rows):
                return element("table", *map(self._row, rows))
            case EvidenceBlock(_, label, rows):
                return joined(element("p", label, class_="quiet"), element("table", *map(self._row, rows)))
            case ResultList(results):
                heads = (element("th", words, scope="col") for words in ("Résultat", "Nature", "Chiffre"))
                return element("table", element("tr", *heads), *map(self._result, results))
            case RecordList() | Attached():
                return element("ul", *_listed(block))

    def _item(self, item: ListItem) -> Html:
        note = joined(element("br"), self._line(item.note)) if item.note else ""
        return element("li", self._line(item.line), note)

    def _row(self, row: Row) -> Html:
        verify = element("p", f"À vérifier{NBSP}: {row.verify}", class_="verify") if row.verify else ""
        return element("tr", element("th", row.label, scope="row"), element("td", self._line(row.line), verify))

    def _result(self, result: ResultItem) -> Html:
        cells = (self._line(result.line), nature(measured=result.measured), result.figure)
        return element("tr", *(element("td", cell) for cell in cells))

    def _source(self, source: NumberedSource) -> Html:
        details = source_details(source)
        back = joined(" ", element("a", "↩", href=f"#mark-{source.number}", title="Retour au texte"))
        return element(
            "li",
            linked(source.title, source.url),
            f", {details}" if details else "",
            back if source.number in self._cited else "",
            id=f"source-{source.number}",
            value=str(source.number),
        )

    def _line(self, line: Line) -> Html:
        return joined(*map(self._piece, line))

    def _piece(self, piece: Inline) -> str:
        match piece:
            case Text(text, strong, emphasis):
                marked = element("em", text) if emphasis else text
                return element("strong", marked) if strong else marked
            case Acronym(text, expansion):
                return element("abbr", text, title=expansion)
            case Link(text):
                return text
            case SourceMark(numbers):
                return element("sup", Html(", ".join(map(self._mark, numbers))))

    def _mark(self, number: int) -> Html:
        first = number not in self._cited
        self._cited.add(number)
        anchor = {"id": f"mark-{number}"} if first else {}
        return element("a", str(number), href=f"#source-{number}", **anchor)


def _listed(block: RecordList | Attached) -> Iterator[Html]:
    return map(_record, block.items) if isinstance(block, RecordList) else map(_attached, block.items)


def _record(item: RecordItem) -> Html:
    return _titled(item.title, all_of((item.mark_label, item.meta)))


def _attached(item: AttachedItem) -> Html:
    """Return a photo or document in words: where its file lies is nobody else's affair, and nothing is loaded."""
    facts = attached_facts(item)
    details = all_of((item.name, facts)) if item.caption else facts
    return _titled(f"{attached_kind(item)}{NBSP}: {item.caption or item.name}", details)


def _titled(title: str, details: str) -> Html:
    return element("li", title, *([element("br"), element("span", details, class_="quiet")] if details else []))
