"""The first draft of a plan of action: what the sheets say, where it is needed, and nothing else."""

import pytest

from levers_app.catalogue.records import Actor, Step
from levers_app.insight.acting import actions_of, carrying
from levers_app.insight.carrying import carriers
from levers_app.insight.knowledge import Knowledge
from levers_app.insight.quoting import plain
from tests.insight.samples import knowledge, lever


def test_each_step_is_an_action_and_who_and_when_are_left_to_the_person():
    sheet = lever(
        steps=(Step("Cadrer", "Avec le parquet [alpha-1]."), Step("Évaluer", "À six mois.")),
        actors=(Actor("Préfet", "agrée"), Actor("Bailleur", "porte")),
        costs="10 000 € [alpha-1].",
        indicators=("Faits par mois", "Délai"),
        funding=("FIPD",),
    )
    known = knowledge([sheet])
    first, last = actions_of(sheet, carriers(known, ["alpha"], "qpv").levers[0], "qpv")
    assert (first.what, first.detail, first.lever) == ("Cadrer", "Avec le parquet.", "alpha")
    assert first.partners == "Préfet\nBailleur"
    assert "FIPD" in first.carried
    assert last.indicator == "Faits par mois\nDélai"
    assert (first.indicator, last.partners, last.carried) == ("", "", first.carried)
    assert {action.who + action.when + action.cost + action.follow_up for action in (first, last)} == {""}
    assert {action.state for action in (first, last)} == {"todo"}


def test_every_shipped_sheet_gives_its_steps_actors_and_indicators(shipped: Knowledge):
    for carried in carriers(shipped, shipped.levers, "inconnu").levers:
        sheet = shipped.levers[carried.id.partition(":")[2]]
        actions = actions_of(sheet, carried, "inconnu")
        assert [action.what for action in actions] == [plain(step.title) for step in sheet.steps]
        assert actions[0].partners.splitlines() == [plain(actor.name) for actor in sheet.actors]
        assert actions[-1].indicator.splitlines() == [plain(text) for text in sheet.indicators]
        assert "[" not in "".join(action.detail + action.carried for action in actions)


@pytest.mark.parametrize(
    ("territory", "said"),
    [
        ("qpv", "Payé par\u00a0: Abattement de TFPB"),
        ("mixte", "Payé par\u00a0: Abattement de TFPB (pour la part en QPV)"),
        ("inconnu", "Payé par\u00a0: Abattement de TFPB (si le site est en QPV)"),
        ("hors-qpv", None),
    ],
)
def test_what_pays_differs_inside_a_qpv_and_outside(territory: str, said: str | None):
    known = knowledge([lever(funding=("Abattement de TFPB",))])
    found = [text for text in carrying(carriers(known, ["alpha"], territory).levers[0], territory) if "Payé" in text]
    assert found == ([said] if said else [])
