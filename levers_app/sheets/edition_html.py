"""A note as one self-contained HTML page: the twin of its pages on paper, to be heard or read on any screen.

It has no script and loads nothing: style and photos are inside. QR codes are for paper: here addresses are links.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from levers_app.catalogue.typography import NBSP
from levers_app.sheets.action_table import COLUMNS, UNNAMED, ActionRow, ActionTable
from levers_app.sheets.comparison import ComparedLever, ComparedRow, Comparison
from levers_app.sheets.document import AttachedItem, Document, Fact, NumberedSource
from levers_app.sheets.edition import ActionsPart, ComparisonPart, ContentsLine, Edition, Part, SheetPart, TextPart
from levers_app.sheets.edition_style import style
from levers_app.sheets.html import page_head
from levers_app.sheets.html_blocks import HtmlWriter, heading, named
from levers_app.sheets.markup import Html, element, joined
from levers_app.sheets.pictures import data_address
from levers_app.sheets.wording import DAMAGED, all_of, full_date

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def edition_html(edition: Edition) -> str:
    """Return a note as a whole page in French."""
    author = all_of(text for label, text in edition.about if label in ("Auteur", "Organisme"))
    head = page_head(
        named(edition.title, "Note"),
        POLICY,
        style(),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        *([element("meta", name="author", content=author)] if author else []),
    )
    shape = " ".join(name for name in ("paged", "cover") if getattr(edition.options, name))
    body = element("body", *_Page(edition).parts(), class_=shape)
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='fr')}\n"


class _Page:
    """Writes the body of the page."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        sheets = ((place, part) for place, part in enumerate(edition.parts) if isinstance(part, SheetPart))
        self._anchors = {part.document.id: _anchor(place) for place, part in reversed(list(sheets))}
        self._shared = self._writer(edition.sources)

    def parts(self) -> Iterator[Html]:
        edition = self._edition
        yield element("a", "Aller au contenu", href="#contenu", class_="skip")
        if edition.heading or edition.mention:
            yield element("header", *self._head())
        if edition.options.contents and edition.contents:
            title = element("p", element("strong", "Sommaire"), id="sommaire")
            yield element("nav", title, _nested(edition.contents), aria_labelledby="sommaire")
        yield element("main", *self._main(), id="contenu")
        yield element("footer", *self._foot())

    # -- head and foot

    def _head(self) -> Iterator[Html]:
        edition = self._edition
        if edition.mention:
            yield element("p", edition.mention, class_="mention")
        if edition.heading:
            if edition.logo and edition.logo.path:
                yield _logo(edition.logo)
            yield element("p", edition.kind, class_="quiet")
            yield heading(1, edition.title)
            if edition.subtitle:
                yield element("p", edition.subtitle, class_="subtitle")
            yield self._about()

    def _about(self) -> Html:
        return _terms(self._edition.about, "about")

    def _foot(self) -> Iterator[Html]:
        edition = self._edition
        if not edition.heading:
            yield self._about()
        yield element("p", f"Pour citer ce document{NBSP}: {edition.citation}")
        said = (edition.mention, edition.base_line, f"Établi le {full_date(edition.printed)}")
        yield element("p", all_of(said))

    # -- parts

    def _main(self) -> Iterator[Html]:
        edition = self._edition
        for place, part in enumerate(edition.parts):
            yield self._part(part, _anchor(place))
        if edition.sigles:
            yield element("section", heading(2, "Sigles"), _terms(edition.sigles, "sigles"), id="sigles")
        if edition.sources:
            yield self._shared.sources(edition.sources, 2, "sources")

    def _part(self, part: Part, anchor: str) -> Html:
        match part:
            case SheetPart(document=document):
                return self._sheet(document, anchor)
            case ComparisonPart(comparison=comparison):
                return self._comparison(comparison, anchor)
            case ActionsPart(table=table):
                return self._actions(table, anchor)
            case TextPart(sections=sections):
                written = (self._shared.section(s, 1 + s.level, f"{anchor}-{s.key}") for s in sections)
                return joined(*written)

    def _sheet(self, document: Document, anchor: str) -> Html:
        level, sources = self._edition.sheet_level, document.sources
        writer = self._writer(sources, f"{anchor}-") if sources else self._shared
        inside = [
            element("p", all_of((document.kind_label, document.family_label)), class_="quiet"),
            heading(level, document.title, f"{anchor}-titre"),
            _facts(document.facts),
            element("p", writer.line(document.lead), class_="lead") if document.lead else joined(),
            *(writer.section(s, level + 1, f"{anchor}-{s.key}") for s in document.sections),
            writer.sources(sources, level + 1, f"{anchor}-sources") if sources else joined(),
            element("p", document.origin, class_="quiet") if document.origin else joined(),
        ]
        look = f"sheet {document.family}".strip()
        return element("article", *inside, class_=look, id=anchor, aria_labelledby=f"{anchor}-titre")

    def _comparison(self, comparison: Comparison, anchor: str) -> Html:
        title = heading(self._edition.sheet_level, comparison.title, f"{anchor}-titre")
        corner = element("th", "Rubrique", scope="col")
        head = element("tr", corner, *map(_lever, comparison.levers))
        counts = _counts("Preuves", ([lever.strength] for lever in comparison.levers))
        examples = _counts("Exemples de terrain", (lever.examples for lever in comparison.levers))
        rows = (self._row(row) for row in comparison.rows)
        table = element(
            "table",
            element("caption", f"Leviers comparés{NBSP}: {comparison.title}"),
            element("thead", head),
            element("tbody", counts, *rows, examples),
        )
        wide = element("div", table, class_="wide", role="region", tabindex="0", aria_labelledby=f"{anchor}-titre")
        return element("section", title, wide, class_="comparison", id=anchor)

    def _actions(self, table: ActionTable, anchor: str) -> Html:
        level = self._edition.sheet_level
        head = element("tr", *(element("th", label, scope="col") for label in COLUMNS))
        inside = [heading(level, table.title, f"{anchor}-titre"), element("p", table.standing, class_="quiet")]
        for place, group in enumerate(table.groups, start=1):
            key = f"{anchor}-{place}"
            rows = (element("tr", *_action_cells(row)) for row in group.rows)
            filled = element(
                "table",
                element("caption", f"{table.title}{NBSP}: {group.title}"),
                element("thead", head),
                element("tbody", *rows),
            )
            inside.append(heading(level + 1, group.title, key))
            inside.append(element("div", filled, class_="wide", role="region", tabindex="0", aria_labelledby=key))
        return element("section", *inside, class_="actions", id=anchor)

    def _row(self, row: ComparedRow) -> Html:
        cells = (element("td", *(self._shared.block(block, row.label) for block in cell)) for cell in row.cells)
        return element("tr", element("th", row.label, scope="row"), *cells)

    def _writer(self, sources: Sequence[NumberedSource], prefix: str = "") -> HtmlWriter:
        return HtmlWriter(
            {source.number for source in sources}, prefix, self._anchors, picture=data_address, captions=True
        )


def _logo(item: AttachedItem) -> Html:
    """Return the logo, or a box that says that it cannot be read."""
    if address := data_address(item):
        return element("p", element("img", src=address, alt=item.caption), class_="logo")
    return element("p", f"{item.caption} ({DAMAGED})", class_="missing")


def _anchor(place: int) -> str:
    return f"partie-{place + 1}"


def _action_cells(row: ActionRow) -> Iterator[Html]:
    first, *others = row.cells
    what, *detail = first or (UNNAMED,)
    yield element("th", element("p", what), *(element("p", text, class_="quiet") for text in detail), scope="row")
    for cell in others:
        yield element("td", *(element("p", text) for text in cell))


def _facts(facts: Sequence[Fact]) -> Html:
    return element("ul", *(element("li", fact.label) for fact in facts), class_="facts") if facts else joined()


def _lever(lever: ComparedLever) -> Html:
    family = element("span", lever.family_label, class_="quiet")
    return element("th", named(lever.title), element("br"), family, scope="col")


def _counts(label: str, cells: Iterator[Sequence[Fact]]) -> Html:
    said = (element("td", ", ".join(fact.label for fact in facts) or "–") for facts in cells)
    return element("tr", element("th", label, scope="row"), *said)


def _terms(pairs: Sequence[tuple[str, str]], look: str) -> Html:
    """Return words and what is said of each; nothing when there are none."""
    items = (part for term, said in pairs for part in (element("dt", term), element("dd", said)))
    return element("dl", *items, class_=look) if pairs else joined()


def _nested(entries: Sequence[ContentsLine]) -> Html:
    """Return the contents as lists in lists, as deep as the headings."""
    items: list[Html] = []
    while entries:
        first, rest = entries[0], entries[1:]
        inner = tuple(takewhile(lambda entry, level=first.level: entry.level > level, rest))  # type: ignore[misc]
        place = first.key if first.part is None else "-".join(filter(None, (_anchor(first.part), first.key)))
        link = element("a", named(first.title), href=f"#{place}")
        items.append(element("li", link, _nested(inner) if inner else ""))
        entries = rest[len(inner) :]
    return element("ol", *items)
