"""Sheets of records made by hand: what is missing, unusual or written by a user."""

from collections import Counter
from dataclasses import replace

import pytest

from levers_app.catalogue.records import (
    Actor,
    Card,
    CaseStudy,
    Combination,
    Evidence,
    GlossaryTerm,
    LegalReference,
    LegalText,
    Lever,
    LinkedCase,
    LinkedCases,
    Period,
    Result,
    Source,
    Step,
    TextCitation,
)
from levers_app.sheets.case_sheet import case_sheet
from levers_app.sheets.document import Paragraph, SourceMark, lines, plain
from levers_app.sheets.lever_sheet import lever_sheet
from levers_app.sheets.parts import House, cases_section
from levers_app.sheets.problem_sheet import problem_sheet
from levers_app.sheets.term_sheet import term_sheet
from levers_app.sheets.text_sheet import text_sheet

SOURCE = Source(id="x-1", title="Guide", publisher="USH", url="https://a.fr")
LEVER = Lever(
    slug="rondes",
    title="Rondes",
    short="Rondes",
    acronyms=(),
    family="surete",
    summary="Des rondes.",
    problems=("occupation-halls",),
    objectives=(),
    description="Un.\n\nDeux.",
    actors=(Actor("Bailleur", "paie"),),
    success_conditions=("une", "deux"),
    limits=(),
    steps=(Step("voir", "aller [x-1]."),),
    indicators=(),
    evidence=Evidence("Effet net. Puis rien.", "", "", "", "faible", "Coût inconnu. Vraiment."),
    combines_with=(Combination("gltd", "parce que [x-1]"), Combination("parti", "supprimé")),
    sources=(SOURCE,),
)
CASE = CaseStudy(
    slug="a",
    title="Un essai",
    organisation="bailleur",
    territory="inconnu",
    problems=(),
    levers=("gltd", "parti"),
    context="Ici. Là.",
    actions=(),
    results=(),
    outcome="non-evalue",
    source=SOURCE,
)
GLTD = Card("lever:gltd", "lever", "Groupe local", short="GLTD", family="partenariat", strength="faible")


NO_CASES = LinkedCases({}, ())


def linked(*cases: tuple[str, str, int | None], left: int = 0) -> LinkedCases:
    """Examples by slug, outcome and last year, and ``left`` successes more than are given."""
    counts = Counter(outcome for _, outcome, _ in cases) + Counter({"positif": left})
    return LinkedCases(counts, [LinkedCase(f"case:{s}", s, outcome, "Nantes", None, end) for s, outcome, end in cases])


def section(document, key):
    return next((part for part in document.sections if part.key == key), None)


def essential(document, key):
    return [plain(block.line) for block in section(document, key).essential]


@pytest.fixture
def lever(house):
    return lever_sheet(LEVER, NO_CASES, {GLTD.id: GLTD}, house)


def test_empty_sections_are_left_out(lever):
    keys = [part.key for part in lever.sections]
    assert keys == ["description", "conditions", "preuves", "acteurs", "mise-en-oeuvre", "situations", "combinaisons"]


def test_a_lever_without_examples_says_so(lever):
    assert [fact.label for fact in lever.facts] == ["Preuves faibles", "0 exemple"]


def test_essential_tells_the_effect_then_what_it_costs(lever):
    assert essential(lever, "preuves") == ["Effet net.", "Coût inconnu."]


def test_known_costs_stand_for_the_economics(house):
    document = lever_sheet(replace(LEVER, costs="10 € par an. Et plus."), NO_CASES, {}, house)
    assert essential(document, "preuves") == ["Effet net."]
    assert essential(document, "couts") == ["10 € par an."]


def test_partners_that_are_gone_are_left_out(lever):
    (item,) = section(lever, "combinaisons").blocks[0].items
    assert (item.title, item.mark_label, item.meta) == ("GLTD", "Partenariat", "Parce que [1]")


def test_steps_begin_with_their_title(lever):
    steps = section(lever, "mise-en-oeuvre").blocks[0]
    assert steps.numbered
    assert plain(steps.items[0].line) == "Voir. Aller [1]."


def test_a_reference_without_source_has_no_mark(house):
    reference = LegalReference("Code civil", "le locataire use paisiblement", "", "1728")
    document = lever_sheet(replace(LEVER, legal=(reference,)), NO_CASES, {}, house)
    (row,) = section(document, "textes").blocks[0].rows
    assert (row.label, plain(row.line)) == ("Code civil, art.\u00a01728", "Le locataire use paisiblement")


def test_examples_that_ended_otherwise_are_in_the_essential(house):
    cases = linked(("b", "negatif", None), ("c", "positif", 2022), ("a", "positif", 2020))
    examples = section(lever_sheet(LEVER, cases, {}, house), "exemples")
    assert [item.title for item in examples.blocks[0].items] == ["c", "a", "b"]
    assert [item.mark for item in examples.essential[0].items] == ["positif", "negatif"]


def test_outcomes_are_counted_in_order(house):
    cases = linked(("a", "negatif", None), ("b", "positif", None), ("c", "negatif", None))
    labels = [fact.label for fact in lever_sheet(LEVER, cases, {}, house).facts]
    assert labels[1:] == ["3 exemples", "1 positif", "2 échecs"]


def test_a_case_says_only_what_is_known(house):
    document = case_sheet(CASE, {GLTD.id: GLTD}, house)
    assert [fact.label for fact in document.facts] == ["Non évalué"]
    assert [part.key for part in document.sections] == ["contexte", "leviers", "porteur"]


def test_a_case_says_why_it_is_intense(house):
    document = case_sheet(replace(CASE, intensity=4, intensity_why="tirs répétés."), {}, house)
    last = section(document, "contexte").blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.quiet
    assert plain(last.line) == "Intensité 4 sur 5, emprise partielle\u00a0: tirs répétés."


def test_essential_of_a_case(house):
    results = tuple(Result(f"fait {n}", measured=False) for n in range(5))
    document = case_sheet(replace(CASE, results=results, lessons=("a",) * 6, cost="1 €"), {}, house)
    assert [part.key for part in document.sections if part.essential] == [
        "resultats",
        "contexte",
        "enseignements",
        "cout",
    ]
    assert len(section(document, "resultats").essential[0].items) == 3
    assert essential(document, "contexte") == ["Ici."]


def test_facts_of_a_case_in_a_region(house):
    document = case_sheet(replace(CASE, region="Bretagne", period=Period(2020), territory="hors-qpv"), {}, house)
    assert [fact.label for fact in document.facts[1:]] == ["Bretagne", "depuis 2020", "Hors QPV"]


def test_brackets_of_a_user_stay_in_the_text(house):
    document = case_sheet(replace(CASE, actions=("voir [annexe-2]",)), {}, house)
    assert plain(section(document, "actions").blocks[0].items[0].line) == "Voir [annexe-2]"


def test_a_text_numbers_the_sources_of_its_levers(house):
    other = replace(SOURCE, id="y-4", url="https://b.fr")
    levers = {"rondes": LEVER, "gltd": replace(LEVER, slug="gltd", short="GLTD", sources=(other,))}
    citations = (TextCitation("rondes", "dit a", SOURCE), TextCitation("gltd", "dit b", other, verify="à relire"))
    document = text_sheet(LegalText("code-civil-1", "Code civil", "1", citations), levers, house)
    assert [plain(row.line) for row in section(document, "leviers").blocks[0].rows] == ["Dit a [1]", "Dit b [2]"]
    assert [fact.label for fact in document.facts] == ["1 point à vérifier"]


def test_a_text_gives_one_number_to_one_page(house):
    citations = (TextCitation("rondes", "dit a", SOURCE), TextCitation("rondes", "dit b", replace(SOURCE, id="x-2")))
    document = text_sheet(LegalText("code-civil-1", "Code civil", "1", citations), {"rondes": LEVER}, house)
    assert len(document.sources) == 1
    assert plain(document.lead) == "1 levier cite ce texte."


def test_a_term_without_source_has_no_mark(house):
    document = term_sheet(GlossaryTerm("hall", "Hall", "Hall", "entrée d’un immeuble."), {}, house)
    line = section(document, "definition").blocks[0].line
    assert plain(line) == "Entrée d’un immeuble."
    assert (document.lead, document.sources) == ((), ())


def test_a_term_names_its_source_by_the_site(house):
    term = GlossaryTerm("hall", "Hall", "Entrée", "Entrée d’un immeuble.", source="https://www.a.fr/page")
    document = term_sheet(term, {}, house)
    assert (document.sources[0].title, document.sources[0].url) == ("a.fr", "https://www.a.fr/page")
    assert SourceMark((1,)) in section(document, "definition").blocks[0].line


def test_a_term_whose_source_is_no_address(house):
    document = term_sheet(GlossaryTerm("hall", "Hall", "Entrée", "Là.", source="javascript:alert(1)"), {}, house)
    assert (document.sources[0].title, document.sources[0].url) == ("javascript:alert(1)", "")


def test_a_situation_tells_how_many_failed(house, vocabulary):
    cases = linked(("a", "negatif", None), ("b", "positif", None))
    document = problem_sheet(vocabulary.problems["prostitution"], [GLTD], cases, house)
    assert plain(document.lead) == "1 levier y répond. 2 exemples de terrain, dont 1 qui n’a pas marché."
    assert [part.title for part in document.sections] == ["Partenariat", "Exemples de terrain"]


def test_a_situation_that_nothing_answers(house, vocabulary):
    document = problem_sheet(vocabulary.problems["prostitution"], [], NO_CASES, house)
    assert plain(document.lead) == "0 levier y répond. 0 exemple de terrain."
    assert document.sections == ()


def test_the_examples_that_are_not_listed_are_counted(house: House) -> None:
    section = cases_section(linked(("a", "positif", 2020), ("raté", "negatif", 2019), left=85), house)
    words = [plain(line) for block in section.blocks for line in lines(block)]
    assert section.count == 87
    assert "raté" in words
    assert "85 autres exemples dans la page Exemples." in words
