from html.parser import HTMLParser

import pytest
from hypothesis import given

from levers_app.sheets.document import (
    Acronym,
    Document,
    NumberedSource,
    Paragraph,
    Row,
    Rows,
    Section,
    SourceMark,
    Text,
)
from levers_app.sheets.html import to_html
from tests.sheets import strategies

ALLOWED = {"html", "head", "meta", "title", "style", "body", "section", "p", "h1", "h2", "ul", "ol", "li", "br"}
ALLOWED |= {"table", "thead", "tbody", "tr", "th", "td", "strong", "em", "abbr", "sup", "a", "span"}
ATTRIBUTES = {
    "lang",
    "charset",
    "http-equiv",
    "content",
    "class",
    "id",
    "href",
    "rel",
    "title",
    "value",
    "scope",
    "aria-label",
}


class Page(HTMLParser):
    """Collects the tags, the attributes and the text of a page; fails on elements that do not nest."""

    def __init__(self, page):
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += [(tag, *pair) for pair in attrs]
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


@given(strategies.documents)
def test_any_text_stays_text(document):
    page = Page(to_html(document))
    assert page.tags <= ALLOWED
    shown = strategies.squeezed(page.text)
    assert all(words in shown for words in strategies.words_of(document))


@given(strategies.documents)
def test_nothing_but_sources_leads_out(document):
    addresses = [value for tag, name, value in Page(to_html(document)).attributes if name in ("href", "src")]
    assert all(address.startswith(("#", "http://", "https://", "mailto:")) for address in addresses)
    names = {name for _, name, _ in Page(to_html(document)).attributes}
    assert names <= ATTRIBUTES


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//a.fr", "http://[x"]
)
def test_other_addresses_are_text(address):
    page = to_html(sheet(sources=(NumberedSource(1, "Titre", "", None, address),)))
    assert '<li id="source-1" value="1">Titre</li>' in page


def test_marks_and_sources_lead_to_each_other():
    lead = (Text("Vite"), SourceMark((2,)), Text(" et "), SourceMark((2,)))
    page = to_html(sheet(lead=lead, sources=(NumberedSource(2, "Titre", "USH", 2020, "https://a.fr"),)))
    assert page.count('id="mark-2"') == 1
    assert '<a href="https://a.fr" rel="noreferrer">Titre</a>, USH, 2020 <a href="#mark-2"' in page


def test_sigles_and_tables_are_accessible():
    line = (Acronym("GUP", "Gestion urbaine", "term:gup"),)
    rows = Rows((Row("Bailleur", line, verify="À relire"),))
    page = to_html(sheet(sections=(Section("acteurs", "Acteurs", "Acteurs", (rows,)),)))
    assert '<th scope="row">Bailleur</th><td><abbr title="Gestion urbaine">GUP</abbr>' in page
    assert "À vérifier\u00a0: À relire" in page


def test_essential_shows_its_own_blocks():
    section = Section("a", "A", "A", (Paragraph((Text("tout"),)),), essential=(Paragraph((Text("peu"),)),))
    other = Section("b", "B", "B", (Paragraph((Text("reste"),)),))
    page = Page(to_html(sheet(sections=(section, other)), "essential"))
    assert "peu" in page.text
    assert not {"tout", "reste"} & set(page.text.split())


def sheet(lead=(), sections=(), sources=()):
    return Document("lever:x", "lever", "Levier", "Titre", lead, sections, sources=sources)
