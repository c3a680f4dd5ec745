"""The sheet of a lever: what it is, under what conditions it works, what evaluations say, how to set it up."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from levers_app.catalogue.records import Actor, Card, LegalReference, Lever, LinkedCases, Step, record_id
from levers_app.catalogue.slugs import text_slug
from levers_app.sheets.document import (
    BulletList,
    Document,
    EvidenceBlock,
    Fact,
    ListItem,
    Paragraph,
    RecordItem,
    Row,
    Section,
    Text,
    plain,
)
from levers_app.sheets.inline import Pen, first_sentence
from levers_app.sheets.parts import (
    House,
    cases_section,
    filled,
    first_items,
    lever_item,
    list_section,
    numbered,
    numbers_of,
    paragraphs,
    problem_items,
    related_section,
    rows_section,
)
from levers_app.sheets.wording import (
    STUDIED,
    counted,
    evidence_texts,
    full_stop,
    legal_label,
    listed,
    outcome_count,
    sentence,
    uncapitalised,
)


def lever_sheet(
    lever: Lever, cases: LinkedCases, levers: Mapping[str, Card], house: House, origin: str = ""
) -> Document:
    """Lay out ``lever`` with the examples that used it (``cases``).

    ``levers`` holds the cards of the levers it combines with, by id.
    """
    numbers = numbers_of(lever.sources)
    own = house.sigles.entries_in((lever.title, lever.short, *lever.acronyms))
    pen = Pen(house.sigles, numbers, own)
    sections = (*_what(lever, pen, house), *_how(lever, pen), *_related(lever, cases, levers, house, pen))
    return Document(
        id=lever.id,
        kind="lever",
        kind_label="Levier",
        title=lever.title,
        lead=Pen(house.sigles, numbers).line(lever.summary),
        sections=filled(sections),
        family=lever.family,
        family_label=house.vocabulary.families[lever.family].label,
        facts=tuple(_facts(lever, cases, house)),
        sources=numbered(lever.sources),
        origin=origin,
        short=lever.short,
    )


def legal_target(reference: LegalReference) -> str:
    """Return the record id of the text that a lever quotes."""
    return record_id("text", text_slug(reference.text, reference.article))


def _facts(lever: Lever, cases: LinkedCases, house: House) -> Iterator[Fact]:
    strength = lever.evidence.strength
    yield Fact("strength", house.vocabulary.strengths[strength].label, strength)
    yield Fact("examples", counted(cases.total, "exemple"), str(cases.total))
    for outcome in house.vocabulary.outcomes:
        if count := cases.counts.get(outcome):
            yield Fact("outcome", outcome_count(count, outcome), outcome)
    if lever.legal:
        yield Fact("texts", counted(len(lever.legal), "texte"), str(len(lever.legal)))
    to_verify = sum(1 for reference in lever.legal if reference.verify)
    if to_verify:
        yield Fact("verify", counted(to_verify, "point à vérifier", "points à vérifier"), str(to_verify))


def _what(lever: Lever, pen: Pen, house: House) -> Iterator[Section]:
    """What the lever is, what it is for, when it works, and what is known of its effect."""
    yield Section("description", "Description", "Description", paragraphs(pen.new_section(), lever.description))
    yield list_section("objectifs", "Objectifs", pen, lever.objectives)
    conditions = list_section("conditions", "À quelles conditions", pen, lever.success_conditions, short="Conditions")
    yield replace(conditions, essential=first_items(conditions.blocks))
    yield list_section("limites", "Limites et effets indésirables", pen, lever.limits, short="Limites")
    yield _evidence(lever, pen.new_section(), house)


def _how(lever: Lever, pen: Pen) -> Iterator[Section]:
    """With what texts, people, steps and money it is set up."""
    yield rows_section("textes", "Textes", _legal_rows(lever.legal, pen.new_section()))
    yield rows_section("acteurs", "Acteurs", _actor_rows(lever.actors, pen.new_section()))
    steps = tuple(_step_items(lever.steps, pen.new_section()))
    blocks = (BulletList(steps, numbered=True),) if steps else ()
    yield Section("mise-en-oeuvre", "Mise en œuvre", "Mise en œuvre", blocks, len(steps))
    yield list_section("indicateurs", "Indicateurs", pen, lever.indicators)
    in_short = paragraphs(pen.new_section(), first_sentence(lever.costs))
    yield Section("couts", "Coûts", "Coûts", paragraphs(pen.new_section(), lever.costs), essential=in_short)
    yield list_section("financements", "Financements", pen, lever.funding)


def _related(lever: Lever, cases: LinkedCases, levers: Mapping[str, Card], house: House, pen: Pen) -> Iterator[Section]:
    """Where to go from here: the margin."""
    yield related_section("situations", "Situations", problem_items(lever.problems, house))
    yield cases_section(cases, house)
    partners = list(_partners(lever, levers, house, pen))
    yield related_section("combinaisons", "Se combine avec", partners, short="Combinaisons")


def _evidence(lever: Lever, pen: Pen, house: House) -> Section:
    evidence = lever.evidence
    rows = tuple(Row(label, pen.line(sentence(text))) for label, text in evidence_texts(evidence))
    if evidence.studied:
        problems = [uncapitalised(house.vocabulary.problems[slug].short) for slug in evidence.studied]
        rows += (Row(STUDIED, pen.line(sentence(listed(problems)))),)
    block = EvidenceBlock(evidence.strength, house.vocabulary.strengths[evidence.strength].label, rows)
    in_short = tuple(_evidence_in_short(lever, pen.new_section()))
    return Section("preuves", "Ce que disent les évaluations", "Preuves", (block,), essential=in_short)


def _evidence_in_short(lever: Lever, pen: Pen) -> Iterator[Paragraph]:
    yield Paragraph(pen.line(first_sentence(sentence(lever.evidence.effect))))
    if lever.evidence.economics and not lever.costs:
        yield Paragraph(pen.line(first_sentence(sentence(lever.evidence.economics))), quiet=True)


def _legal_rows(references: Iterable[LegalReference], pen: Pen) -> Iterator[Row]:
    for reference in references:
        line = pen.cited(sentence(reference.says), reference.source)
        label = legal_label(reference.text, reference.article)
        yield Row(label, line, verify=reference.verify, target=legal_target(reference))


def _actor_rows(actors: Iterable[Actor], pen: Pen) -> Iterator[Row]:
    for actor in actors:
        yield Row(actor.name, pen.line(sentence(actor.role)))


def _step_items(steps: Iterable[Step], pen: Pen) -> Iterator[ListItem]:
    for step in steps:
        title = Text(full_stop(sentence(step.title)), strong=True)
        yield ListItem((title, Text(" "), *pen.line(sentence(step.detail))))


def _partners(lever: Lever, levers: Mapping[str, Card], house: House, pen: Pen) -> Iterator[RecordItem]:
    for combination in lever.combines_with:
        card = levers.get(record_id("lever", combination.lever))
        if card is not None:
            yield lever_item(card, house, plain(pen.line(sentence(combination.why))))
