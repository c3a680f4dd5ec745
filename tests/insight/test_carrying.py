"""Who carries and who pays, said from the sheets, inside a QPV and outside it."""

import pytest

from levers_app.catalogue.typography import NBSP
from levers_app.insight.carrying import AGREEMENTS, AXES, MONEY, Carried, carriers
from levers_app.insight.facts import UnfitQuestionError
from levers_app.insight.knowledge import Knowledge
from levers_app.insight.quoting import plain
from levers_app.insight.ways import ways
from tests.insight.samples import knowledge, lever


def carried(known: Knowledge, slug: str, territory: str = "qpv") -> Carried:
    return carriers(known, [slug], territory).levers[0]


def money(known: Knowledge, slug: str, territory: str) -> dict[str, str]:
    return {means.line.text: means.access for means in carried(known, slug, territory).money}


@pytest.mark.parametrize(
    ("territory", "access"),
    [("qpv", "open"), ("hors-qpv", "closed"), ("mixte", "partly"), ("inconnu", "to-check")],
)
def test_what_is_kept_for_qpv_depends_on_the_territory_and_the_rest_does_not(territory: str, access: str):
    funding = ("Abattement de TFPB en QPV", "FIPD", "Contrat de ville", "Contrat de ville ou FIPD")
    known = knowledge([lever(funding=funding)])
    assert list(money(known, "alpha", territory).values()) == [access, "open", access, "open"]


def test_outside_a_qpv_the_sheets_themselves_say_what_is_out_of_reach(shipped: Knowledge):
    said = [line.text.replace(NBSP, " ") for line in carriers(shipped, ["mediation-sociale"], "hors-qpv").territory]
    assert said[0].startswith("Le site est hors QPV : ce qui est réservé aux QPV")
    assert "Abattement de TFPB et QPV — Ne couvre que les QPV : rien pour un site complexe hors zonage." in said
    assert len(carriers(shipped, ["mediation-sociale"], "qpv").territory) == 1


@pytest.mark.parametrize(
    ("territory", "said"),
    [
        ("qpv", "peut servir."),
        ("hors-qpv", "ne s’y applique pas."),
        ("mixte", "ne vaut que pour la part du site qui est en QPV."),
        ("inconnu", "n’est ouvert qu’à cette condition."),
    ],
)
def test_the_verb_agrees_whether_one_frame_is_kept_for_qpv_or_several(territory: str, said: str):
    one = knowledge([lever(funding=("Abattement de TFPB",), actors=(), legal=())])
    several = knowledge([lever(funding=("Abattement de TFPB et adultes-relais",), actors=(), legal=())])
    told = [carriers(known, ["alpha"], territory).territory[0].text for known in (one, several)]
    for text, frames in zip(told, ("abattement de TFPB", "abattement de TFPB et adultes-relais"), strict=True):
        assert text.endswith(f"ce qui est réservé aux QPV ({frames}) {said}")


@pytest.mark.parametrize(
    ("slug", "axis"),
    [
        ("personnel-proximite", "présence du personnel de proximité"),
        ("proprete-surentretien", "sur-entretien"),
        ("sport-culture-proximite", "animation et lien social"),
        ("mediation-sociale", "tranquillité résidentielle"),
        ("accompagnement-agressions", "formation et soutien de ces personnels"),
    ],
)
def test_an_axis_of_the_abatement_is_named_where_a_sheet_names_it(shipped: Knowledge, slug: str, axis: str):
    assert any(axis in line.text for line in carried(shipped, slug).axes)
    assert not carried(shipped, slug, "hors-qpv").axes


def test_an_axis_that_no_sheet_names_is_not_made_up(shipped: Knowledge):
    assert [line.kind for line in carried(shipped, "chantiers-educatifs").axes] == ["axis-unsaid"]
    assert not carried(shipped, "videoprotection").axes


def test_the_axes_and_the_frames_are_those_of_the_sheets(shipped: Knowledge):
    description = shipped.levers["convention-tfpb"].description
    assert [name for name, _ in AXES if name not in description] == []
    assert {frame.sheet for frame in (*AGREEMENTS, *MONEY) if frame.sheet} <= shipped.levers.keys()


def test_an_agreement_is_found_by_either_sheet_or_by_who_acts(shipped: Knowledge):
    found = {slug: means.line for means in carried(shipped, "mediation-sociale").agreements for slug in means.frames}
    assert found["clspd"].origins == ("lever:clspd",)
    assert "GUSP" in found["gup"].text
    assert found["tfpb"].origins == ("lever:convention-tfpb",)
    itself = {m.frames[0]: m.line.text for m in carried(shipped, "clspd").agreements}
    assert "c’est ce levier même" in itself["clspd"]


def test_what_a_sheet_does_not_say_is_said_to_be_missing(shipped: Knowledge):
    known = knowledge([lever(funding=(), actors=(), legal=())])
    assert [line.kind for line in carried(known, "alpha").unsaid] == ["agreement-unsaid", "money-unsaid"]
    closed = knowledge([lever(funding=("Abattement de TFPB en QPV",))])
    assert "money-closed" in [line.kind for line in carried(closed, "alpha", "hors-qpv").unsaid]
    assert all(c.money or c.unsaid for c in carriers(shipped, shipped.levers, "qpv").levers)


def test_an_unknown_lever_is_refused():
    with pytest.raises(UnfitQuestionError):
        carriers(knowledge(), ["zorg"], "qpv")


def test_each_agreement_is_told_what_the_plan_would_bring_it(shipped: Knowledge):
    held = ["mediation-sociale", "proprete-surentretien", "convention-gup"]
    held += [each.lever for each in shipped.levers["convention-gup"].combines_with]
    gains = {gain.frame: gain for gain in carriers(shipped, held, "qpv").gains}
    assert len(gains["gup"].lines) == len(shipped.levers["convention-gup"].combines_with)
    axes = gains["tfpb"].lines[-1]
    assert "4 sur 8" in axes.text
    assert "lever:proprete-surentretien" in axes.origins


def test_outside_a_qpv_agreements_of_qpv_gain_nothing(shipped: Knowledge):
    held = ["mediation-sociale", "proprete-surentretien"]
    assert {gain.frame for gain in carriers(shipped, held, "hors-qpv").gains} & {"tfpb", "contrat-de-ville"} == set()
    assert {gain.access for gain in carriers(shipped, held, "mixte").gains if gain.frame == "tfpb"} == {"partly"}


def test_what_an_agreement_gains_is_said_by_its_own_sheet(shipped: Knowledge):
    sheets = {frame.slug: shipped.levers[frame.sheet] for frame in AGREEMENTS if frame.sheet}
    for gain in carriers(shipped, shipped.levers, "qpv").gains:
        whys = {plain(each.why) for each in sheets[gain.frame].combines_with}
        for line in gain.lines:
            said = line.text.partition(f"{NBSP}— ")[2].rstrip(".")
            assert said in {why.rstrip(".") for why in whys} or line.text.startswith("Axes de l’abattement")


def test_what_carries_and_pays_is_told_once(shipped: Knowledge):
    told = {
        title: [means.line.text for means in found]
        for title, found in ways(carried(shipped, "chantiers-educatifs")).items()
    }
    assert told["Peut le porter et le payer"] == ["Abattement de TFPB en QPV.", "Contrat de ville."]
    assert told["Peut le porter"] == [f"CLSPD{NBSP}— Ville{NBSP}: cofinance, coordonne avec CLSPD et jeunesse."]
    assert "FIPD." in told["Peut le payer"]
    for slug in shipped.levers:
        texts = [means.line.text for found in ways(carried(shipped, slug)).values() for means in found]
        assert len(texts) == len(set(texts))


def test_an_agreement_whose_money_is_open_elsewhere_too_is_told_apart_from_it():
    known = knowledge([lever(funding=("Contrat de ville ou FIPD",), actors=(), legal=())])
    told = ways(carried(known, "alpha", "hors-qpv"))
    assert [means.access for means in told["Peut le porter"]] == ["closed"]
    assert [means.access for means in told["Peut le payer"]] == ["open"]
