"""Documents and texts of anything, for hypothesis."""

import re

from hypothesis import strategies as st

from levers_app.sheets import document as d

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
