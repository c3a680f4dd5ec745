"""Parts that sheets of several kinds are made of: numbered sources, sections, lists of related records."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from levers_app.catalogue.records import RESTRICTED, Card, LinkedCase, LinkedCases, Source, record_id
from levers_app.catalogue.vocabulary import Entry, Vocabulary
from levers_app.sheets.document import (
    Block,
    BulletList,
    Line,
    ListItem,
    NumberedSource,
    Paragraph,
    RecordItem,
    RecordList,
    Row,
    Rows,
    Section,
    Text,
)
from levers_app.sheets.inline import Pen, Sigles
from levers_app.sheets.wording import counted, place_and_period, sentence, short_label

MOST_OF_AN_OUTCOME = 15
"""Examples of one outcome that a sheet lists; a base may hold hundreds."""

ESSENTIAL_ITEMS = 4
"""Most items of a list that *L’essentiel* shows."""


@dataclass(frozen=True, slots=True)
class House:
    """What every sheet is written with: the closed vocabularies and the sigles of the glossary."""

    vocabulary: Vocabulary
    sigles: Sigles


def numbered(sources: Iterable[Source]) -> tuple[NumberedSource, ...]:
    """Return the sources with their numbers, from 1 in their own order."""
    return tuple(NumberedSource(n, s.title, s.publisher, s.year, s.url) for n, s in enumerate(sources, start=1))


def numbers_of(sources: Iterable[Source]) -> dict[str, int]:
    """Return the number of each source that has an id."""
    return {source.id: number for number, source in enumerate(sources, start=1) if source.id}


def filled(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return the sections that have something to show."""
    return tuple(section for section in sections if section.blocks)


def bullets(pen: Pen, texts: Iterable[str]) -> tuple[Block, ...]:
    """Return one list with an item for each text, or nothing when there is none."""
    items = tuple(ListItem(pen.line(sentence(text))) for text in texts)
    return (BulletList(items),) if items else ()


def list_section(key: str, title: str, pen: Pen, texts: Sequence[str], short: str = "") -> Section:
    """Return a section that is one list of texts."""
    return Section(key, title, short or title, bullets(pen.new_section(), texts), len(texts))


def rows_section(key: str, title: str, rows: Iterable[Row]) -> Section:
    """Return a section that is one table of labelled rows."""
    found = tuple(rows)
    return Section(key, title, title, (Rows(found),) if found else (), len(found))


def related_section(key: str, title: str, items: Sequence[RecordItem], short: str = "") -> Section:
    """Return a section of the margin that is one list of records."""
    return Section(key, title, short or title, record_list(items), len(items), aside=True)


def paragraphs(pen: Pen, text: str) -> tuple[Block, ...]:
    """Return the paragraphs of a Markdown text."""
    return tuple(Paragraph(line) for line in pen.paragraphs(sentence(text)))


def remark(text: str) -> Paragraph:
    """Return a quiet paragraph of plain words."""
    return Paragraph(plain_line(text), quiet=True)


def plain_line(text: str) -> Line:
    """Return a line of plain words, without marks or sigles."""
    return (Text(text),) if text else ()


def first_items(blocks: tuple[Block, ...], most: int = ESSENTIAL_ITEMS) -> tuple[Block, ...]:
    """Return the blocks with their bullet lists cut after ``most`` items."""
    return tuple(BulletList(b.items[:most], b.numbered) if isinstance(b, BulletList) else b for b in blocks)


def record_list(items: Iterable[RecordItem]) -> tuple[Block, ...]:
    """Return one list of records, or nothing when there is none."""
    found = tuple(items)
    return (RecordList(found),) if found else ()


def lever_item(card: Card, house: House, meta: str = "") -> RecordItem:
    """Return a lever as a list shows it: its short title under the sign of its family."""
    family = house.vocabulary.families.get(card.family)
    return RecordItem(card.id, card.short or card.title, card.family, family.label if family else "", meta)


def lever_items(slugs: Iterable[str], cards: Mapping[str, Card], house: House) -> list[RecordItem]:
    """Return the levers of ``slugs`` that have a card, in order."""
    ids = (record_id("lever", slug) for slug in slugs)
    return [lever_item(cards[found], house) for found in ids if found in cards]


def problem_items(slugs: Iterable[str], house: House) -> list[RecordItem]:
    """Return situations as a list shows them."""
    problems = house.vocabulary.problems
    return [RecordItem(record_id("problem", slug), problems[slug].label) for slug in slugs if slug in problems]


def cases_section(cases: LinkedCases, house: House) -> Section:
    """Return the examples of a sheet, in the margin: all of them, or the first of each outcome when they are many.

    They come by outcome in the order of the vocabulary, then the latest first. Cutting outcome by outcome keeps the
    failures in sight, however many successes there are.
    """
    outcomes = house.vocabulary.outcomes
    order = {slug: rank for rank, slug in enumerate(outcomes)}
    shown = sorted(cases.latest, key=lambda case: order.get(case.outcome, len(order)))
    items = [_case_item(case, outcomes.get(case.outcome)) for case in shown]
    left = cases.total - len(shown)
    blocks = record_list(items)
    if left:
        blocks += (remark(f"{counted(left, 'autre exemple', 'autres exemples')} dans la page Exemples."),)
    essential = record_list(telling_cases(items)) if items else ()
    return Section("exemples", "Exemples de terrain", "Exemples", blocks, cases.total, essential, aside=True)


def telling_cases(items: Sequence[RecordItem]) -> Sequence[RecordItem]:
    """Return two examples for *L’essentiel*: the first, and the first that ended otherwise."""
    other = next((item for item in items if item.mark != items[0].mark), None)
    return items[:2] if other is None else [items[0], other]


def _case_item(case: LinkedCase, outcome: Entry | None) -> RecordItem:
    label = short_label(outcome) if outcome else ""
    where = place_and_period(case.place, case.start, case.end)
    return RecordItem(case.id, case.title, case.outcome, label, where, case.confidentiality == RESTRICTED)
