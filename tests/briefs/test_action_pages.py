"""The actions of a plan on paper: tables in landscape, read back from the PDF."""

import re
from dataclasses import replace
from itertools import combinations, pairwise

import pikepdf
import pypdfium2
import pytest
from pypdf import PdfReader

from levers_app.briefs.brief import write_edition
from levers_app.catalogue.actions import STATES, TEXTS, Action
from levers_app.catalogue.brief import ActionsItem, Cover, SheetItem, TextItem
from levers_app.catalogue.brief_models import MODELS, new_brief
from levers_app.sheets.action_table import COLUMNS
from levers_app.sheets.editing import edition
from tests.briefs.accessibility import faults, structure
from tests.briefs.documents import links, titles
from tests.briefs.page_content import read_content
from tests.briefs.test_accessibility import HOSTILE
from tests.sheets.notes import press

_LONG = 10_000
CLSPD, GLTD = "Conseil local ou intercommunal", "Groupe local de traitement"
HEADS = " ".join(COLUMNS)


def actions(count: int, lever: str = "clspd") -> tuple[Action, ...]:
    return tuple(
        Action(f"Action {lever} {place}.", "Ce que l’on fait, et avec quelle suite. " * 3, lever, cost="1 500 €")
        for place in range(1, count + 1)
    )


@pytest.fixture
def pdf(library, tmp_path):
    """Write a note of a table of actions and other items, and return its path."""

    def write(found, *items, model="plan", **options):
        brief = new_brief(MODELS[model], name="Plan du quartier Château")
        cover, all_items = Cover(organisation="Office de la Loire"), (ActionsItem(tuple(found)), *items)
        brief = replace(brief, options=replace(brief.options, **options), cover=cover, items=all_items)
        path = tmp_path / "plan.pdf"
        write_edition(edition(brief, press(library)), path)
        return path

    return write


def pages(path):
    """Return the text of each page, as it is copied from it."""
    with pypdfium2.PdfDocument(path) as document:
        found = [page.get_textpage().get_text_bounded() for page in document]
    return [re.sub(r"\s+", " ", re.sub("\u00ad|\ufffe", "", page)) for page in found]


def wide(path):
    return [page.mediabox.width > page.mediabox.height for page in PdfReader(path).pages]


def read_aloud(path):
    """Return the cells of each table, row by row, as they are heard."""
    with pikepdf.open(path) as file:
        content = read_content(file)
        tables = [element for element in structure(file) if element.role == "Table"]
        return [
            [[re.sub(r"\s+", " ", cell.said(content)).strip() for cell in row.kids] for row in table.kids]
            for table in tables
        ]


def test_title_standing_levers_and_actions_come_in_that_order(pdf):
    (text,) = pages(pdf([*actions(2, "gltd"), *actions(1), Action("La mienne", state="done")]))
    order = (
        *("Plan du quartier Château", "Office de la Loire", "Actions", "4 actions : 3 à faire, 1 faite"),
        *(GLTD, HEADS, "Action gltd 1.", "Action gltd 2.", CLSPD, HEADS, "Action clspd 1."),
        *("Autres actions", HEADS, "La mienne", "Faite", "Pour citer"),
    )
    place = 0
    for words in order:
        assert words in text[place:], words
        place = text.index(words, place) + len(words)


def test_each_cell_is_heard_in_its_column_and_empty_ones_keep_their_place(pdf):
    action = Action(
        *("Écrire la règle", "À deux voix", "", "", "Ville", "", "2 000 €", "FIPD", "Un\nDeux", "doing", "Tenue")
    )
    ((head, row),) = read_aloud(pdf([action]))
    assert head == list(COLUMNS)
    assert [re.sub(r"\W", "", cell) for cell in row] == [
        *("ÉcrirelarègleÀdeuxvoix", "", "Ville", "", "2000FIPD", "UnDeux", "EncoursTenue")
    ]


def test_an_action_without_words_is_named_and_has_room_to_be_filled_in_by_hand(pdf):
    path = pdf([Action(), Action(), Action()])
    with pypdfium2.PdfDocument(path) as document:
        page = document[0].get_textpage()
        found = page.search("Action sans titre")
        tops = [page.get_charbox(place[0])[3] for place in iter(found.get_next, None)]
    assert [round(above - below) >= 30 for above, below in pairwise(tops)] == [True, True]


def test_pages_that_follow_repeat_the_columns_and_say_which_lever_goes_on(pdf):
    path = pdf(actions(40))
    found = pages(path)
    assert len(found) > 3
    assert all(wide(path))
    for text in found[1:]:
        assert text.startswith("Plan du quartier Château Plan d’actions, suite")
        assert text.count("Coût et financement") == 1
        assert f"{CLSPD} de sécurité" in text
        assert ", suite" in text.partition(CLSPD)[2]
    assert len(read_aloud(path)) == 1
    assert [row[0].partition(".")[0] for row in read_aloud(path)[0][1:]] == [f"Action clspd {n}" for n in range(1, 41)]


@pytest.mark.parametrize("before", range(3, 12))
def test_no_row_is_cut_and_no_lever_is_named_alone_at_the_foot_of_a_page(pdf, before):
    found = [*actions(before), *actions(4, "gltd"), Action("La mienne", "Dernier mot.")]
    texts = pages(pdf(found))
    for action in found:
        (text,) = [text for text in texts if action.what in text]
        assert action.detail.split()[-1] in text.partition(action.what)[2]
    for lever, first in ((GLTD, "Action gltd 1."), ("Autres actions", "La mienne")):
        text = next(text for text in texts if lever in text)
        assert first in text.partition(lever)[2]


def test_a_row_of_more_than_a_page_goes_on_after_the_repeated_columns(pdf):
    long = Action("Longue", "Un hall occupé. " * 600, follow_up="Faits.")
    path = pdf([Action("Avant"), long, Action("Après")])
    texts = pages(path)
    assert sum(text.count("Un hall occupé.") for text in texts) == 600
    assert all(text.count("Coût et financement") == 1 for text in texts if "hall" in text)
    assert [row[0].split()[0] for row in read_aloud(path)[0]] == ["Action", "Avant", "Longue", "Après"]


def test_columns_have_the_same_edges_under_every_lever_and_more_room_where_more_is_said(pdf):
    path = pdf([Action("a", lever="clspd", cost="Un coût de plus. " * 20), Action("b", lever="gltd")])
    with pypdfium2.PdfDocument(path) as document:
        page = document[0].get_textpage()
        searches = (page.search(label, match_case=True) for label in COLUMNS[-3:])
        edges = [{round(page.get_charbox(place[0])[0]) for place in iter(s.get_next, None)} for s in searches]
    (cost,), (indicator,), (follow_up,) = edges
    assert indicator - cost > 2 * (follow_up - indicator)


def test_a_lever_leads_to_its_sheet_when_the_note_has_it(pdf):
    items = [TextItem("## Suivi\n\nChaque mois."), SheetItem("lever:clspd", "page")]
    path = pdf([*actions(1), *actions(1, "gltd")], *items, paged=True)
    assert links(PdfReader(path))[0] == 2
    assert wide(path)[:3] == [True, False, False]


def test_contents_and_outline_lead_to_the_plan_and_its_levers(pdf):
    path = pdf([*actions(1), *actions(1, "gltd")], SheetItem("lever:clspd"), model="dossier")
    texts = pages(path)
    assert re.search("Sommaire Actions Conseil local .* 3 4$", texts[1])
    assert "2 actions" in texts[2]
    assert wide(path)[:4] == [False, False, True, False]
    told = titles(PdfReader(path).outline)
    assert told[:2] == ["Sommaire", "Actions"]
    assert [title.startswith(lever) for title, lever in zip(told[2], (CLSPD, GLTD), strict=True)] == [True, True]


@pytest.mark.parametrize("count", [1, 7, 60])
def test_plans_have_no_fault(pdf, count):
    found = [*actions(count), *actions(count, "gltd"), Action(), Action("Seule", who="DSU", state="dropped")]
    assert faults(pdf(found, SheetItem("lever:clspd"), TextItem("## Suivi\n\nChaque mois."))) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_prints_without_fault(pdf, text):
    said = dict.fromkeys(TEXTS, text)
    assert faults(pdf([Action(**said), Action("Autre", lever="clspd"), Action(what=text)])) == []


@pytest.mark.parametrize("text", ["x" * _LONG, "mot " * (_LONG // 4)])
def test_fields_as_long_as_they_may_be_print_whole(pdf, text):
    path = pdf([Action(**dict.fromkeys(TEXTS, text)), Action("Fin")])
    found = "".join(pages(path))
    assert found.count(text[0]) >= len(TEXTS) * text.count(text[0])
    assert "Fin" in found


def test_as_many_actions_as_there_may_be_print(pdf):
    texts = pages(pdf(actions(1000)))
    assert sum(len(re.findall(r"Action clspd \d+\.", text)) for text in texts) == 1000


def test_the_state_is_told_in_words_and_by_a_sign_of_another_shape(pdf):
    signs = []
    with pypdfium2.PdfDocument(pdf([Action("Signer", state=state) for state in STATES])) as document:
        page, text = document[0], document[0].get_textpage()
        drawn = page.render(scale=4).to_pil()
        for words in STATES.values():
            left, _, _, top = text.get_charbox(text.search(words, match_case=True).get_next()[0])
            sign = (left - 12, page.get_height() - top - 2, left - 1, page.get_height() - top + 8)
            signs.append(drawn.crop([round(4 * side) for side in sign]))
    assert all(all(len(set(dot)) == 1 for _, dot in sign.getcolors()) for sign in signs)  # black on white
    inks = [sum((255 - grey) * count for grey, count in enumerate(sign.convert("L").histogram())) for sign in signs]
    assert min(abs(one - other) for one, other in combinations(inks, 2)) > 500


def test_the_same_plan_gives_the_same_bytes(pdf):
    first = pdf(actions(30)).read_bytes()
    assert pdf(actions(30)).read_bytes() == first
