import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from levers_app.sheets.document import (
    BulletList,
    Document,
    Fact,
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
from levers_app.sheets.text import to_markdown, to_text
from tests.sheets import strategies

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SAFE = {"text", "softbreak", "hardbreak", "strong_open", "strong_close", "em_open", "em_close"}


def read(markdown):
    """Return the text that a reader of Markdown sees, and the kinds of inline pieces it met."""
    inline = [child for token in MARKDOWN.parse(markdown) for child in token.children or ()]
    return "".join(piece.content for piece in inline), {piece.type for piece in inline}


@given(strategies.documents)
def test_markdown_content_stays_text(document):
    text, kinds = read(to_markdown(document))
    assert all(words in strategies.squeezed(text) for words in strategies.words_of(document))
    assert kinds <= SAFE | {"link_open", "link_close"}


@given(strategies.documents)
def test_markdown_links_lead_only_to_sources(document):
    tokens = [child for token in MARKDOWN.parse(to_markdown(document)) for child in token.children or ()]
    links = [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]
    assert all(link.startswith(("http://", "https://", "mailto:")) for link in links)


@pytest.mark.parametrize("text", ["# Titre", "1. un", "- a", "+ a", "> a", "=== ", "    code", "| a |", "~~~", "***"])
def test_markdown_lines_stay_paragraphs(text):
    blocks = {token.type for token in MARKDOWN.parse(to_markdown(sheet(Paragraph((Text(text),)))).partition("P1")[2])}
    assert blocks <= {"paragraph_open", "paragraph_close", "inline"}


@given(strategies.documents)
def test_plain_text_says_everything(document):
    shown = strategies.squeezed(to_text(document))
    assert all(words in shown for words in strategies.words_of(document))


def test_plain_text_of_a_sheet():
    results = ResultList(
        (ResultItem((Text("Plaintes"),), "−30 %", measured=True), ResultItem((Text("Calme"),), "", measured=False))
    )
    written = to_text(sheet(results, RecordList((RecordItem("case:x", "Halls", "positif", "Positif", "Nantes"),))))
    assert "– Plaintes\u00a0: −30 % (mesuré)\n– Calme (déclaré)" in written
    assert "– Halls – Positif · Nantes" in written


@pytest.mark.parametrize("write", [to_text, to_markdown])
def test_ids_end_the_lines_that_lead_elsewhere_when_asked_for(write):
    rows = Rows((Row("CSI", (Text("Dit"),), target="text:csi"), Row("Maire", (Text("Agit"),))))
    document = sheet(RecordList((RecordItem("case:x", "Halls", meta="Nantes"),)), rows)
    ends = [line.rpartition(" · ")[2] for line in write(document, ids=True).splitlines() if " · " in line]
    assert ends == ["2 textes", "case:x", "text:csi"]
    assert ":x" not in write(document)


def test_markdown_of_a_sheet():
    steps = BulletList((ListItem((Text("Voir.", strong=True), Text(" Aller"), SourceMark((1,)))),), numbered=True)
    rows = Rows((Row("CSI L251-2", (Text("Dit"),), verify="à relire"),))
    written = to_markdown(sheet(steps, rows))
    assert "1. **Voir.** Aller \\[1\\]" in written
    assert "- **CSI L251-2**\u00a0: Dit \\[à vérifier\u00a0: à relire\\]" in written


def test_sources_come_last_with_their_numbers():
    written = to_markdown(sheet(sources=(NumberedSource(7, "Guide", "USH", 2020, "https://a.fr/x_y"),)))
    assert written.endswith("## Sources\n\n- \\[7\\] Guide, USH, 2020 <https://a.fr/x_y>\n")


def test_a_paragraph_is_one_line():
    assert "a b c" in to_text(sheet(Paragraph((Text("a\nb\u2028c"),))))


def sheet(*blocks, sources=()):
    section = (Section("p1", "P1", "P1", blocks),) if blocks else ()
    return Document("lever:x", "lever", "Levier", "T", (), section, facts=(Fact("texts", "2 textes"),), sources=sources)
