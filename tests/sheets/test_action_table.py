"""The actions of a plan as a table."""

from levers_app.catalogue.actions import Action
from levers_app.catalogue.brief import ActionsItem
from levers_app.sheets.action_table import COLUMNS, action_table, costs, standing
from levers_app.sheets.edition import ActionsPart
from tests.sheets.notes import printed


def made(*actions, title=""):
    return action_table(actions, title, {"clspd": "Le CLSPD", "gltd": "Le GLTD"}.__getitem__)


def test_actions_keep_their_order_those_of_one_lever_that_follow_one_another_together():
    table = made(Action("a", lever="gltd"), Action("b"), Action("c", lever="clspd"), Action("d", lever="gltd"))
    assert [(group.lever, group.title, [row.cells[0] for row in group.rows]) for group in table.groups] == [
        ("lever:gltd", "Le GLTD", [("a",)]),
        ("", "Autres actions", [("b",)]),
        ("lever:clspd", "Le CLSPD", [("c",)]),
        ("lever:gltd", "Le GLTD", [("d",)]),
    ]


def test_each_column_says_what_its_head_announces():
    action = Action(
        *("Écrire la règle", "À deux voix", "clspd", "DSU", "Ville", "juin", "2 000 €", "FIPD", "Nombre de faits"),
        *("doing", "Réunion tenue"),
    )
    ((row,),) = (group.rows for group in made(action).groups)
    assert row.state == "doing"
    assert dict(zip(COLUMNS, row.cells, strict=True)) == {
        "Action": ("Écrire la règle", "À deux voix"),
        "Qui": ("DSU",),
        "Partenaires": ("Ville",),
        "Quand": ("juin",),
        "Coût et financement": ("2\u202f000\u00a0€", "FIPD"),
        "Indicateurs": ("Nombre de faits",),
        "Suivi": ("En cours", "Réunion tenue"),
    }


def test_lines_are_paragraphs_and_blanks_are_nothing():
    ((row,),) = (group.rows for group in made(Action(" \n ", indicator=" un\n\n \ndeux\r\n", who="\t")).groups)
    assert row.cells == ((), (), (), (), (), ("un", "deux"), ("À faire",))


def test_it_says_how_far_the_actions_are():
    done = Action(state="done")
    assert standing([Action(), done, done, Action(state="dropped"), Action(state="doing")]) == (
        "5 actions\u00a0: 1 à faire, 1 en cours, 2 faites, 1 abandonnée"
    )
    assert standing([done]) == "1 action faite"
    assert standing([]) == "0 action"


def test_it_says_what_they_cost_and_of_how_many_that_is_known():
    known = Action(cost="12 000 €")
    assert costs([known, Action(cost="1,5 k€")]) == "Coûts chiffrés\u00a0: 13\u202f500\u00a0€"
    assert costs([known, Action(cost="selon devis"), Action(cost="500 € par an")]) == (
        "Coûts chiffrés\u00a0: 12\u202f000\u00a0€ (1 action sur 3, hors coûts annuels ou non chiffrés)"
    )
    assert costs([known, Action()]) == "Coûts chiffrés\u00a0: 12\u202f000\u00a0€ (1 action sur 2)"
    assert costs([known, Action(cost="99,90 €", state="dropped")]) == "Coûts chiffrés\u00a0: 12\u202f000\u00a0€"
    assert costs([Action(cost="99,90 €")]) == "Coûts chiffrés\u00a0: 99,90\u00a0€"
    assert costs([Action(cost="à chiffrer"), Action()]) == ""


def test_it_has_the_title_that_was_given_or_one_of_its_own():
    assert (made(title="Année 2027").title, made().title) == ("Année 2027", "Actions")


def test_a_lever_that_is_no_more_is_named_as_such(library):
    found = printed(library, ActionsItem((Action("a", lever="clspd"), Action("b", lever="parti"))))
    (part,) = (part for part in found.parts if isinstance(part, ActionsPart))
    titles = [group.title for group in part.table.groups]
    assert titles == [library.sheet("lever:clspd").title, "parti (levier qui n’est plus dans la base)"]


def test_a_plan_alone_still_says_its_name_and_the_day(library):
    found = printed(library, ActionsItem((Action("a"),)), name="Plan du quartier Château")
    assert (found.heading, found.title) == (True, "Plan du quartier Château")
    assert ("Date", "26 novembre 2026") in found.about


def test_a_plan_without_an_action_is_not_printed(library):
    assert printed(library, ActionsItem()).parts == ()


def test_what_carries_several_actions_in_a_row_is_said_once_and_never_under_an_empty_cell():
    cell = COLUMNS.index("Coût et financement")
    said = ("FIPD", "FIPD", "", "FIPD", " ", " ")
    rows = made(*(Action("a", lever="clspd", carried=carried) for carried in said)).groups[0].rows
    assert [row.cells[cell] for row in rows] == [("FIPD",), ("Idem",), (), ("FIPD",), (), ()]
    assert [row.fields[6] for row in rows] == ["FIPD", "FIPD", "", "FIPD", "", ""]
