"""The sheet of a field example: its results first, then how they came about and what was learned."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from levers_app.catalogue.records import Card, CaseStudy
from levers_app.catalogue.typography import NBSP
from levers_app.sheets.document import Attached, AttachedItem, Block, Document, Fact, ResultItem, ResultList, Section
from levers_app.sheets.inline import Pen, first_sentence
from levers_app.sheets.parts import (
    House,
    filled,
    first_items,
    lever_items,
    list_section,
    numbered,
    paragraphs,
    problem_items,
    related_section,
    remark,
)
from levers_app.sheets.wording import dates, place, sentence, short_label

ESSENTIAL_RESULTS = 3


def case_sheet(
    case: CaseStudy,
    levers: Mapping[str, Card],
    house: House,
    origin: str = "",
    attached: Sequence[AttachedItem] = (),
) -> Document:
    """Lay out ``case`` with its photos and documents (``attached``).

    ``levers`` holds the cards of the levers it used, by id.
    """
    pen = Pen(house.sigles)
    sections = (*_story(case, pen, house), *_margin(case, levers, house, pen), _attachments(attached))
    return Document(
        id=case.id,
        kind="case",
        kind_label="Exemple de terrain",
        title=case.title,
        lead=(),
        sections=filled(sections),
        facts=tuple(_facts(case, house)),
        sources=numbered(case.sources),
        origin=origin,
    )


def _facts(case: CaseStudy, house: House) -> Iterator[Fact]:
    if case.status != "publie":
        yield Fact("status", house.vocabulary.statuses[case.status].label, case.status)
    if case.confidentiality != "public":
        yield Fact(
            "confidentiality", house.vocabulary.confidentialities[case.confidentiality].short, case.confidentiality
        )
    yield Fact("outcome", house.vocabulary.outcomes[case.outcome].label, case.outcome)
    where = place(case.commune, case.department, case.neighbourhood, case.region)
    if where:
        yield Fact("place", where)
    when = dates(case.period)
    if when:
        yield Fact("period", when)
    if case.territory != "inconnu":
        yield Fact("territory", short_label(house.vocabulary.territories[case.territory]), case.territory)
    if case.intensity is not None:
        yield Fact("intensity", house.vocabulary.intensities[str(case.intensity)].label, str(case.intensity))


def _story(case: CaseStudy, pen: Pen, house: House) -> Iterator[Section]:
    yield _results(case, pen.new_section())
    context = (*paragraphs(pen.new_section(), case.context), *_intensity(case, house))
    in_short = paragraphs(pen.new_section(), first_sentence(case.context))
    yield Section("contexte", "Contexte", "Contexte", context, essential=in_short)
    actions = list_section("actions", "Ce qui a été fait", pen, case.actions, short="Actions")
    yield replace(actions, essential=() if case.context else first_items(actions.blocks))
    yield Section("choix", "Pourquoi ce choix", "Choix", paragraphs(pen.new_section(), case.rationale))
    yield list_section("etapes", "Mise en œuvre", pen, case.steps, short="Étapes")
    yield list_section("difficultes", "Difficultés", pen, case.difficulties)
    yield Section("habitants", "La part des habitants", "Habitants", paragraphs(pen.new_section(), case.residents))
    lessons = list_section("enseignements", "Enseignements", pen, case.lessons)
    yield replace(lessons, essential=first_items(lessons.blocks))
    cost = paragraphs(pen.new_section(), case.cost)
    yield Section("cout", "Coût", "Coût", cost, essential=cost)


def _results(case: CaseStudy, pen: Pen) -> Section:
    items = tuple(
        ResultItem(pen.line(sentence(result.statement)), result.figure, result.measured) for result in case.results
    )
    blocks = (ResultList(items),) if items else ()
    in_short = (ResultList(items[:ESSENTIAL_RESULTS]),) if items else ()
    return Section("resultats", "Résultats", "Résultats", blocks, len(items), in_short)


def _intensity(case: CaseStudy, house: House) -> Iterator[Block]:
    if case.intensity is None:
        return
    label = house.vocabulary.intensities[str(case.intensity)].label.lower()
    why = f"{NBSP}: {case.intensity_why}" if case.intensity_why else "."
    yield remark(f"Intensité {case.intensity} sur 5, {label}{why}")


def _margin(case: CaseStudy, levers: Mapping[str, Card], house: House, pen: Pen) -> Iterator[Section]:
    used = related_section("leviers", "Leviers mobilisés", lever_items(case.levers, levers, house), short="Leviers")
    yield replace(used, essential=used.blocks)
    yield Section("porteur", "Porté par", "Porteur", paragraphs(pen.new_section(), case.organisation), aside=True)
    partners = paragraphs(pen.new_section(), ", ".join(case.partners))
    yield Section("partenaires", "Partenaires", "Partenaires", partners, len(case.partners), aside=True)
    yield related_section("situations", "Situations", problem_items(case.problems, house))


def _attachments(items: Sequence[AttachedItem]) -> Section:
    blocks = (Attached(tuple(items)),) if items else ()
    return Section("pieces", "Photos et documents", "Pièces jointes", blocks, len(items))
