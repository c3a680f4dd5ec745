"""The spreadsheet of a note, read back by another program (openpyxl): a table to work with, text that stays text."""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from levers_app.briefs import spreadsheet
from levers_app.briefs.spreadsheet import NoActionsError, actions_workbook
from levers_app.catalogue.actions import STATES, TEXTS, Action
from levers_app.catalogue.brief import ActionsItem, Cover, SheetItem, TextItem
from levers_app.catalogue.typography import NBSP, only_characters
from levers_app.sheets.action_table import action_table
from levers_app.sheets.edition import ActionsPart, Edition
from tests.sheets import strategies
from tests.sheets.notes import RESTRICTED, case, printed

HEAD = ["Levier", "Action", "En quoi elle consiste", "Qui", "Partenaires", "Quand", "Coût"]
HEAD += ["Convention et financement", "Indicateurs", "État", "Suivi"]
MEETING = Action(
    what="Réunir le groupe",
    detail="Chaque mois.\nOrdre du jour partagé.",
    lever="clspd",
    who="Référente sûreté",
    partners="Ville, police",
    when="mars 2027",
    cost="2 000 €",
    carried="Contrat de ville",
    indicator="14 signalements en 2026",
    state="doing",
    follow_up="Deux réunions tenues",
)
OWN = Action("Repeindre le hall", who="Agence")
LATER = Action("Écrire la charte", lever="clspd", state="done")
COVER = Cover("Plan du quartier", "Halls", "Office du Sud", "N. Petit", date="novembre 2026", confidentiality="interne")
SIGNS = ["=1+1", "+33 1", "-2", "@nom", "=HYPERLINK(A1)", "2026", "1e5", "TRUE", "https://a.fr", "mailto:a@b.fr"]
HOSTILE = [
    *SIGNS,
    *("<r><t>x</t></r>", "<r>&</r>", "a\x00b\x07", "\ud83d", "\ufffe\uffff", "👩‍🚒", "_x0041_", "&P &G", "a\rb\u2028c"),
]
texts = st.text(st.characters(), max_size=20) | st.sampled_from([*HOSTILE, *strategies.NASTY])
actions = st.builds(Action, *[texts] * 9, state=st.sampled_from(sorted(STATES)), follow_up=texts)


@pytest.fixture
def plan(library) -> Edition:
    return printed(library, ActionsItem((MEETING, LATER, OWN)), head=COVER)


def with_actions(found: Edition, *of_plan: Action) -> Edition:
    return replace(found, parts=(*found.parts, ActionsPart(0, action_table(of_plan, "", str))))


def opened(data: bytes) -> Mapping[str, Worksheet]:
    return {sheet.title: sheet for sheet in load_workbook(BytesIO(data)).worksheets}


def table_of(edition: Edition) -> Worksheet:
    return opened(actions_workbook(edition))["Plan d’actions"]


def lines(sheet: Worksheet) -> list[list[str]]:
    return [["" if value is None else str(value) for value in row] for row in sheet.iter_rows(values_only=True)]


def body(sheet: Worksheet) -> list[list[str]]:
    found = lines(sheet)
    return found[found.index(HEAD) + 1 :]


def cells(sheet: Worksheet) -> Iterator[Cell]:
    return (cell for row in sheet.iter_rows() for cell in row if isinstance(cell, Cell) and cell.value is not None)


def foot(sheet: Worksheet) -> list[str | None]:
    assert sheet.oddFooter is not None
    sides = (sheet.oddFooter.left, sheet.oddFooter.center, sheet.oddFooter.right)
    return [side.text for side in sides]


def xml_parts(data: bytes) -> list[ET.Element]:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return [ET.fromstring(file.read(name)) for name in file.namelist()]  # noqa: S314 - written by us


# -- what is in it


def test_each_field_has_its_column_lever_by_lever(plan):
    title = next(part for part in plan.parts if isinstance(part, ActionsPart)).table.groups[0].title
    assert body(table_of(plan)) == [
        [
            *(title, "Réunir le groupe", "Chaque mois.\nOrdre du jour partagé.", "Référente sûreté", "Ville, police"),
            *("mars 2027", "2000", "Contrat de ville", "14 signalements en 2026", "En cours"),
            "Deux réunions tenues",
        ],
        [title, "Écrire la charte", *[""] * 7, "Faite", ""],
        ["Autres actions", "Repeindre le hall", "", "Agence", *[""] * 5, "À faire", ""],
    ]


def test_the_head_says_whose_plan_it_is_and_who_may_see_it(plan):
    head = [row[0] for row in lines(table_of(plan))[:5]]
    assert head == [
        "Plan du quartier",
        "Halls",
        f"Organisme{NBSP}: Office du Sud · Auteur{NBSP}: N. Petit · Date{NBSP}: novembre 2026",
        "Interne",
        f"Actions · 3 actions{NBSP}: 1 à faire, 1 en cours, 1 faite"
        f" · Coûts chiffrés{NBSP}: 2\u202f000{NBSP}€ (1 action sur 3)",
    ]


def test_a_note_without_subtitle_nor_mention_has_no_empty_line_above_its_table(library):
    sheet = table_of(printed(library, ActionsItem((OWN,))))
    assert [bool(row[0]) for row in lines(sheet)] == [True] * 5


def test_costs_that_are_amounts_are_numbers_which_the_file_adds_up(library):
    costs = ("12 000 €", "99,90 €", "2 k€ par an", "", "12 ETP")
    sheet = table_of(printed(library, ActionsItem(tuple(Action("a", cost=cost) for cost in costs))))
    column = HEAD.index("Coût")
    found = {cell.row: cell for cell in list(sheet.columns)[column] if cell.value is not None}
    start = next(row for row, cell in found.items() if cell.value == "Coût") + 1
    assert [found[start].value, found[start + 1].value] == [12000, 99.9]
    assert [found[start].number_format, found[start + 1].number_format] == ['#,##0 "€"', '#,##0.00 "€"']
    assert found[start + 2].value == "2 k€ par an"
    total = max(found)
    assert found[total].value == f"=SUBTOTAL(109,G{start}:G{start + 4})"
    assert total == start + 6, "under the rows that are sorted and filtered, apart from them"
    assert sheet.auto_filter.ref == f"A{start - 1}:K{start + 4}"
    assert sheet.cell(total, column).value == "Total des coûts chiffrés, lignes affichées"


def test_the_file_says_what_it_is_and_whose(plan):
    said = load_workbook(BytesIO(actions_workbook(plan))).properties
    assert (said.title, said.creator, said.created.date()) == ("Plan du quartier", "N. Petit", plan.printed)
    assert "Office du Sud" in said.description


def test_the_other_parts_are_on_a_sheet_beside(library):
    found = printed(library, TextItem("## Diagnostic\n\nUn **hall**.\n\n- un\n- deux"), ActionsItem((OWN,)), head=COVER)
    sheets = opened(actions_workbook(found))
    assert list(sheets) == ["Plan d’actions", "Note"]
    rows = [row[0] for row in sheets["Note"].iter_rows()]
    said = [str(cell.value) for cell in rows]
    assert said[0] == "Plan du quartier"
    start = said.index("Diagnostic")
    assert said[start : start + 4] == ["Diagnostic", "Un hall.", "– un", "– deux"]
    assert [cell.font.b for cell in rows[start : start + 4]] == [True, False, False, False]
    assert not any("Repeindre" in text for text in said)


def test_a_note_of_actions_alone_has_no_sheet_beside(plan):
    assert list(opened(actions_workbook(plan))) == ["Plan d’actions"]


def test_two_tables_have_a_sheet_each(library):
    found = printed(library, ActionsItem((OWN,), "Cette année"), ActionsItem((LATER,), "Plus tard"))
    first, second = opened(actions_workbook(found)).values()
    assert ([row[1] for row in body(first)], [row[1] for row in body(second)]) == ([OWN.what], [LATER.what])
    assert any(row[0].startswith("Plus tard · ") for row in lines(second))


def test_what_is_restricted_stays_out_unless_it_is_said(library):
    sheet = replace(case("adresse"), facts=(RESTRICTED,))
    items = (ActionsItem((OWN,)), sheet)
    kept, let_out = (opened(actions_workbook(printed(library, *items, restricted=said))) for said in (False, True))
    assert "Note" not in kept
    assert "Restreint" in [row[0] for row in lines(let_out["Plan d’actions"])]
    assert foot(let_out["Plan d’actions"])[1] == "Restreint"


def test_without_actions_there_is_nothing_to_write(library):
    with pytest.raises(NoActionsError, match="aucune action"):
        actions_workbook(printed(library, SheetItem("lever:clspd"), ActionsItem()))


# -- to work with


def test_the_head_stays_in_sight_and_filters_the_rows(plan):
    sheet = table_of(plan)
    assert lines(sheet)[5] == HEAD
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C7", "A6:K9")


def test_states_are_chosen_from_a_list(plan):
    (rule,) = table_of(plan).data_validations.dataValidation
    assert (str(rule.sqref), rule.type) == ("J7:J9", "list")
    assert rule.formula1 == f'"{",".join(STATES.values())}"'


def test_it_prints_on_the_width_of_a_landscape_page_with_its_head_on_each(plan):
    sheet = table_of(plan)
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize or 0)) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
    assert sheet.print_title_rows == "$6:$6"
    assert foot(sheet) == ["Plan du quartier", "Interne", "Page &P sur &N"]


def test_long_texts_go_on_under_one_another_in_columns_wide_enough_to_read(plan):
    sheet = table_of(plan)
    table = [cell for cell in cells(sheet) if cell.row >= 6]
    assert all(cell.alignment.wrap_text and cell.alignment.vertical == "top" for cell in table)
    widths = [sheet.column_dimensions[letter].width for letter in "ABCDEFGHIJK"]
    assert min(widths) >= 12
    assert sum(widths) < 220  # more would be printed smaller than seven points


def test_the_same_note_gives_the_same_file(plan):
    assert actions_workbook(plan) == actions_workbook(plan)


# -- text is text


@pytest.mark.parametrize("text", SIGNS)
def test_what_looks_like_a_formula_a_number_or_a_link_is_text(library, text):
    sheet = table_of(printed(library, ActionsItem((replace(OWN, cost=text),)), head=Cover(title=text)))
    (cell,) = (cell for cell in cells(sheet) if cell.column == 7 and cell.row > 4)
    assert all(each.data_type == "s" and each.hyperlink is None for each in cells(sheet))
    assert cell.value == text.replace("'", "’")
    if text[0] in "=+-@":  # else it becomes a formula as soon as someone opens the cell and presses Enter
        assert (cell.quotePrefix, cell.number_format) == (True, "@")


@given(strategies.editions(), st.lists(actions, min_size=1, max_size=3))
@settings(max_examples=60)
def test_any_text_makes_a_whole_file_that_reads_back(found, of_plan):
    edition = with_actions(found, *of_plan)
    data = actions_workbook(edition)
    tags = {element.tag.partition("}")[2] for part in xml_parts(data) for element in part.iter()}
    assert not tags & {"f", "hyperlink"}
    table = next(part.table for part in edition.parts if isinstance(part, ActionsPart))
    wanted = [[only_characters(text) for text in row.fields] for group in table.groups for row in group.rows]
    assert [[cell.strip() for cell in row[1:]] for row in body(opened(data)["Plan d’actions"])] == [
        [cell.strip() for cell in row] for row in wanted
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_pass_in_every_place(library, text):
    action = Action(**dict.fromkeys(TEXTS, text), lever="absent")
    found = printed(library, ActionsItem((action,), text), TextItem(text), head=Cover(*[text] * 5))
    data = actions_workbook(found)
    assert xml_parts(data)
    assert body(opened(data)["Plan d’actions"])[0][1]


@given(st.lists(st.text("ab \n😀", max_size=30), min_size=1, max_size=4), st.integers(1, 9))
def test_what_no_cell_holds_goes_on_in_the_next_rows_without_a_word_lost(written, most):
    found = " ".join(written)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spreadsheet, "LONGEST_CELL", most)
        cut = spreadsheet._cut(found)
    assert "".join(cut) == found
    assert all(len(piece) <= most for piece in cut)


def test_a_text_longer_than_a_cell_is_whole_and_stays_with_its_lever(library):
    text = " ".join(f"😀mot{n}" for n in range(9_000))
    sheet = table_of(printed(library, ActionsItem((replace(OWN, detail=text), LATER))))
    *rows, last = body(sheet)
    assert len(rows) > 1
    assert "".join(row[2] for row in rows) == text
    assert {row[0] for row in rows} == {"Autres actions"}
    assert [row[1] for row in rows] == [OWN.what, *[""] * (len(rows) - 1)]
    assert all(len(row[2].encode("utf-16-le")) // 2 <= 32_767 for row in rows)
    assert last[1] == LATER.what
