"""Documents and texts of anything, for hypothesis."""

import datetime
import re
from dataclasses import replace

from hypothesis import strategies as st

from levers_app.catalogue.actions import STATES, Action
from levers_app.catalogue.brief import Options
from levers_app.sheets import document as d
from levers_app.sheets.action_table import action_table
from levers_app.sheets.comparison import ComparedLever, ComparedRow, Comparison
from levers_app.sheets.edition import ActionsPart, ComparisonPart, Edition, Part, SheetPart, TextPart

NASTY = [
    "<script>alert(1)</script>",
    "&amp;",
    '" onload="x',
    "](javascript:x)",
    "**a**",
    "# t",
    "1. a",
    "- b",
    "\u202eאב",
    "👩‍🚒",
]

texts = st.text(max_size=30) | st.sampled_from(NASTY)
addresses = texts | st.sampled_from(
    ["https://a.fr/é?a=1&b=2", "javascript:alert(1)", "file:///etc/passwd", "http://[x"]
)

inlines = st.one_of(
    st.builds(d.Text, texts, st.booleans(), st.booleans()),
    st.builds(d.Link, texts, texts),
    st.builds(d.Acronym, texts, texts, texts),
    st.builds(d.SourceMark, st.tuples(st.integers(1, 9))),
)
lines = st.lists(inlines, max_size=3).map(tuple)
rows = st.lists(st.builds(d.Row, texts, lines, texts, texts), max_size=2).map(tuple)
results = st.builds(d.ResultItem, lines, texts, st.booleans())
related = st.builds(d.RecordItem, texts, texts, texts, texts, texts)
attached = st.builds(
    d.AttachedItem,
    st.sampled_from(["", "/prive/photo.jpg"]),
    texts,
    texts,
    st.sampled_from(["image/jpeg", "application/pdf"]),
    st.integers(0, 10**9),
    st.booleans(),
)
blocks = st.one_of(
    st.builds(d.Paragraph, lines, st.booleans()),
    st.builds(d.BulletList, st.lists(st.builds(d.ListItem, lines, lines), max_size=2).map(tuple), st.booleans()),
    st.builds(d.Rows, rows),
    st.builds(d.EvidenceBlock, texts, texts, rows),
    st.builds(d.ResultList, st.lists(results, max_size=2).map(tuple)),
    st.builds(d.RecordList, st.lists(related, max_size=2).map(tuple)),
    st.builds(d.Attached, st.lists(attached, max_size=2).map(tuple)),
)
sections = st.builds(
    d.Section, st.just("part"), texts, texts, st.lists(blocks, max_size=3).map(tuple), essential=st.just(())
)
sources = st.builds(d.NumberedSource, st.integers(1, 9), texts, texts, st.none() | st.integers(1, 9999), addresses)
documents = st.builds(
    d.Document,
    id=st.just("lever:x"),
    kind=st.just("lever"),
    kind_label=texts,
    title=texts,
    lead=lines,
    sections=st.lists(sections, max_size=2).map(tuple),
    family_label=texts,
    facts=st.lists(st.builds(d.Fact, st.just("place"), texts), max_size=2).map(tuple),
    sources=st.lists(sources, max_size=2).map(tuple),
)


def keyed(found: tuple[d.Section, ...]) -> tuple[d.Section, ...]:
    """Return sections with a key each, as in a sheet."""
    return tuple(replace(section, key=f"part-{place}") for place, section in enumerate(found))


sheets = documents.map(lambda document: replace(document, sections=keyed(document.sections)))
cells = st.lists(st.lists(blocks, max_size=2).map(tuple), min_size=2, max_size=2).map(tuple)
strengths = st.builds(d.Fact, st.just("strength"), texts)
levers = st.builds(ComparedLever, st.just("lever:x"), texts, st.just("surete"), texts, strengths, st.just(()))
comparisons = st.builds(
    Comparison,
    texts,
    st.lists(levers, min_size=2, max_size=2).map(tuple),
    st.lists(st.builds(ComparedRow, st.just("couts"), st.just("Coûts"), cells), max_size=2).map(tuple),
)
lined = st.lists(texts, max_size=2).map("\n".join)
actions = st.builds(
    Action,
    *(lined, lined, st.sampled_from(["", "clspd", "a b"]), lined, lined, lined, lined, lined, lined),
    st.sampled_from(list(STATES)),
    lined,
)
tables = st.builds(action_table, st.lists(actions, min_size=1, max_size=3), texts, st.just(str.upper))
parts = st.one_of(
    st.builds(SheetPart, st.just(0), sheets),
    st.builds(TextPart, st.just(0), st.lists(sections, max_size=2).map(tuple).map(keyed)),
    st.builds(ComparisonPart, st.just(0), comparisons),
    st.builds(ActionsPart, st.just(0), tables),
)
said = texts.filter(str.strip)


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    """Return a note of anything."""
    found: tuple[Part, ...] = tuple(draw(st.lists(parts, max_size=3)))
    alone = len(found) == 1 and isinstance(found[0], SheetPart)
    pairs = st.lists(st.tuples(said, said), max_size=2).map(tuple)
    return Edition(
        title=draw(texts),
        subtitle=draw(texts),
        kind="Note",
        heading=not alone or draw(st.booleans()),
        about=draw(pairs),
        parts=found,
        options=draw(st.builds(Options, st.booleans(), st.booleans(), paged=st.booleans())),
        sigles=draw(pairs),
        sources=draw(st.lists(sources, max_size=2).map(tuple)),
        codes=(),
        citation=draw(texts),
        confidentiality="public",
        mention=draw(texts),
        base_line=draw(texts),
        printed=datetime.date(2026, 11, 26),
    )


def words_of(document: d.Document) -> list[str]:
    """Return every text that a rendering must show, spaces apart."""
    found = [document.title, d.plain(document.lead), *(fact.label for fact in document.facts)]
    for section in document.sections:
        found.append(section.title)
        found += [d.plain(line) for block in section.blocks for line in d.lines(block)]
    found += [part for source in document.sources for part in (source.title, source.publisher)]
    return [squeezed(text) for text in found]


def squeezed(text: str) -> str:
    """Return ``text`` without spaces, marks of sources and controls: what two renderings must share."""
    return re.sub(r"[\W_]+", "", text)


def words_of_note(edition: Edition) -> list[str]:
    """Return every text that a rendering of a note must show; the caption of a photo stands for its name."""
    found = [
        *(words for pair in (*edition.about, *edition.sigles) for words in pair),
        edition.citation,
        edition.mention,
    ]
    found += [edition.title, edition.subtitle] if edition.heading else []
    for part in edition.parts:
        match part:
            case SheetPart(document=document):
                found += words_of(replace(document, sections=tuple(map(_named, document.sections))))
            case TextPart(sections=told):
                found += [
                    d.plain(line) for section in told for block in _named(section).blocks for line in d.lines(block)
                ]
            case ComparisonPart(comparison=compared):
                found += [compared.title, *(lever.title for lever in compared.levers)]
                every = (block for row in compared.rows for cell in row.cells for block in map(_by_caption, cell))
                found += [d.plain(line) for block in every for line in d.lines(block)]
            case ActionsPart(table=table):
                found += [table.title, table.standing, *(group.title for group in table.groups)]
                filled = (cell for group in table.groups for action in group.rows for cell in action.cells)
                found += [text for cell in filled for text in cell]
    return [squeezed(text) for text in found]


def _named(section: d.Section) -> d.Section:
    return replace(section, blocks=tuple(map(_by_caption, section.blocks)))


def _by_caption(block: d.Block) -> d.Block:
    if not isinstance(block, d.Attached):
        return block
    items = (replace(item, name="") if item.is_picture and item.caption else item for item in block.items)
    return d.Attached(tuple(items))
