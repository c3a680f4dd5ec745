"""The free words of a note on paper: headings, paragraphs, lists."""

from collections.abc import Iterator, Sequence

from levers_app.briefs import styles
from levers_app.briefs.blocks import BlockSetter, Piece
from levers_app.briefs.flow import keeping
from levers_app.briefs.fonts import printable, visible
from levers_app.briefs.prose import UNBOUNDED, Prose, Setter, plain
from levers_app.briefs.tags import Tag, hold
from levers_app.sheets.document import Section

BEGINNING = 125.0
"""Height that the beginning of a sheet needs, under a heading that announces it."""


def free_words(sections: Sequence[Section], setter: Setter, anchors: Sequence[str]) -> Iterator[Piece]:
    """Yield the flowables of ``sections`` under their headings; ``anchors`` names the place of each."""
    blocks = BlockSetter(setter)
    for section, name in zip(sections, anchors, strict=True):
        flow = [piece for block in section.blocks for piece in blocks.flow(block)]
        if section.title:
            flow.insert(0, _heading(section, name))
        elif isinstance(flow[0], Prose):
            flow[0].anchor = name
        hold(Tag("Sect"), flow)
        if len(flow) == 1 and section.title and isinstance(flow[0], Prose):
            flow[0].need = flow[0].wrap(styles.WIDTH, UNBOUNDED)[1] + flow[0].getSpaceAfter() + BEGINNING
        yield from keeping(flow) if section.title else flow


def _heading(section: Section, anchor: str) -> Prose:
    heading = plain(visible(section.title, "…"), styles.PART if section.level == 1 else styles.SECTION)
    heading.anchor, heading.outline, heading.heading = anchor, section.level - 1, True
    heading.title, heading.tag = printable(section.title), Tag(f"H{min(6, section.level + 1)}")
    return heading
