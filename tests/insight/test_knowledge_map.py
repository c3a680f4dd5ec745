"""The map of what is known: every published example in every cell that it belongs to, and the gaps."""

from hypothesis import given, settings

from levers_app.catalogue.typography import NBSP
from levers_app.insight.facts import OUTCOMES, Outcomes
from levers_app.insight.knowledge import Knowledge
from levers_app.insight.knowledge_map import Cell, cell_told, knowledge_map
from tests.insight import samples
from tests.insight.samples import case, knowledge, lever


def at(cells: tuple[Cell, ...], row: str, column: str = "") -> Cell:
    return next(cell for cell in cells if (cell.row, cell.column) == (row, column))


@settings(max_examples=40)
@given(samples.levers, samples.cases)
def test_each_cell_counts_what_counting_by_hand_gives(levers, cases):
    made = knowledge_map(knowledge(levers, cases))
    published = [each for each in cases if each.status == "publie"]
    for cell in made.problems:
        here = [each.outcome for each in published if cell.row in each.problems and cell.column in each.levers]
        assert cell.outcomes == Outcomes(*(here.count(outcome) for outcome in OUTCOMES))
    families = {each.slug: each.family for each in levers}
    for cell in made.families:
        level = int(cell.column) if cell.column else None
        here = [e for e in published if e.intensity == level and cell.row in {families[slug] for slug in e.levers}]
        assert cell.outcomes.total == len(here)
    for cells in (made.years, made.departments):
        assert sum(cell.outcomes.total for cell in cells) == made.total == len(published)


def test_a_cell_that_a_sheet_proposes_and_no_example_has_is_a_gap():
    made = knowledge_map(knowledge([lever(strength="forte", studied=("trafic-stupefiants",))], [case(1)]))
    assert not at(made.problems, "occupation-halls", "alpha").is_gap
    gap = at(made.problems, "trafic-stupefiants", "alpha")
    assert (gap.is_gap, gap.strength) == (True, "forte")
    assert at(made.problems, "occupation-halls", "alpha").strength == "faible", "studied on another problem"
    assert not at(made.problems, "prostitution", "alpha").is_gap
    assert "1 case proposée n’a encore aucun exemple" in made.notes[1].text


def test_years_and_departments_come_in_order_what_is_not_said_last():
    cases = [
        case(1, start=2019),
        case(2, start=None),
        case(3, start=2018, end=2021, department="93"),
        case(4, department="2A"),
    ]
    made = knowledge_map(knowledge(cases=cases))
    assert [cell.row for cell in made.years] == ["2021", "2020", "2019", ""]
    assert [cell.row for cell in made.departments] == ["2A", "93", ""]
    assert made.labels == {"93": "Seine-Saint-Denis (93)", "2A": "Corse-du-Sud (2A)"}


def test_a_cell_is_told_with_its_examples_and_never_concludes_from_two():
    known = knowledge(cases=[case(1), case(2)])
    cells = {(cell.row, cell.column): cell for cell in knowledge_map(known).problems}
    assert cell_told(known, cells["occupation-halls", "alpha"]).replace(NBSP, " ") == (
        "alpha et halls occupés : 2 exemples (2 positifs), preuves faibles. "
        "2 exemples évalués : trop peu pour conclure."
    )
    assert "aucun exemple encore" in cell_told(known, cells["trafic-stupefiants", "alpha"])


def test_a_base_without_examples_has_a_map_of_what_is_proposed():
    made = knowledge_map(knowledge())
    assert made.total == 0
    assert "Aucun exemple publié" in made.notes[0].text
    assert sum(cell.is_gap for cell in made.problems) == 2


def test_the_content_has_a_row_a_problem_and_a_column_a_lever(shipped: Knowledge):
    made = knowledge_map(shipped)
    assert len(made.problems) == len(shipped.vocabulary.problems) * len(shipped.levers)
    families = [shipped.levers[cell.column].family for cell in made.problems[: len(shipped.levers)]]
    assert families == sorted(families, key=list(shipped.vocabulary.families).index)
