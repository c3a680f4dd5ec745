"""The sheet of a situation: the levers that answer it, family by family, and the examples that met it."""

from collections.abc import Iterator, Sequence

from levers_app.catalogue.records import Card, LinkedCases, record_id
from levers_app.catalogue.vocabulary import Entry
from levers_app.sheets.document import Document, RecordItem, Section
from levers_app.sheets.parts import House, cases_section, filled, lever_item, plain_line, record_list
from levers_app.sheets.wording import counted

FAILED = "negatif"


def problem_sheet(problem: Entry, levers: Sequence[Card], cases: LinkedCases, house: House) -> Document:
    """Lay out a situation with the levers that answer it and the examples that met it."""
    return Document(
        id=record_id("problem", problem.slug),
        kind="problem",
        kind_label="Situation",
        title=problem.label,
        lead=plain_line(_lead(levers, cases)),
        sections=filled([*_families(levers, house), cases_section(cases, house)]),
    )


def _lead(levers: Sequence[Card], cases: LinkedCases) -> str:
    answers = counted(len(levers), "levier y répond", "leviers y répondent")
    seen = counted(cases.total, "exemple de terrain", "exemples de terrain")
    failed = cases.counts.get(FAILED, 0)
    which_failed = f", dont {counted(failed, 'qui n’a pas marché', 'qui n’ont pas marché')}" if failed else ""
    return f"{answers}. {seen}{which_failed}."


def _families(levers: Sequence[Card], house: House) -> Iterator[Section]:
    for slug, family in house.vocabulary.families.items():
        items = [_item(card, house) for card in levers if card.family == slug]
        blocks = record_list(items)
        yield Section(f"famille-{slug}", family.label, family.short, blocks, len(items), blocks)


def _item(card: Card, house: House) -> RecordItem:
    strength = house.vocabulary.strengths.get(card.strength)
    return lever_item(card, house, strength.label if strength else "")
