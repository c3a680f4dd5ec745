"""A sheet as one self-contained HTML page, for the clipboard and the command line.

The page has no script and loads nothing; its only links outside are the web and mail addresses of its sources.
"""

from collections.abc import Iterator

from levers_app.sheets.depth import Depth, shown_sections, shown_sources
from levers_app.sheets.document import Document
from levers_app.sheets.html_blocks import HtmlWriter, heading
from levers_app.sheets.markup import Html, element
from levers_app.sheets.wording import all_of

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
    head = page_head(document.title, POLICY, STYLE)
    body = element("body", *_parts(document, depth))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='fr')}\n"


def page_head(title: str, policy: str, style: Html, *further: Html) -> Html:
    """Return the head of a page."""
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        *further,
        element("title", title),
        element("style", style),
    )


def _parts(document: Document, depth: Depth) -> Iterator[Html]:
    sources = shown_sources(document, depth)
    writer = HtmlWriter({source.number for source in sources})
    yield element("p", all_of((document.kind_label, document.family_label)), class_="quiet")
    yield heading(1, document.title)
    if document.facts:
        yield element("ul", *(element("li", fact.label) for fact in document.facts), class_="quiet")
    if document.lead:
        yield element("p", writer.line(document.lead), class_="lead")
    for section in shown_sections(document, depth):
        yield writer.section(section, 2, section.key)
    if sources:
        yield writer.sources(sources, 2, "sources")
