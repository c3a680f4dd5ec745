from levers_app.catalogue.language import Language
from levers_app.catalogue.records import GlossaryTerm
from levers_app.search.analysis import stems
from levers_app.search.widening import Alternative, Widening

GUP = GlossaryTerm("gup", "GUP", "Gestion urbaine de proximité", "")
WIDENING = Widening(Language(synonyms=[("hall", "parties communes"), ("moto", "motos", "deux-roues")]), [GUP])


def others(*words: str) -> list[tuple[str, ...]]:
    return [other.stems for _, _, found in WIDENING.runs(words) for other in found]


def test_a_word_leads_to_the_others_of_its_group() -> None:
    assert others("hal") == [stems("parties communes")]


def test_a_name_of_several_words_is_one_thing() -> None:
    assert [(start, end) for start, end, _ in WIDENING.runs(("gestion", "urbain", "proximit", "hal"))] == [
        (0, 3),
        (3, 4),
    ]


def test_a_sigle_is_worth_more_than_a_synonym() -> None:
    sigle: Alternative = WIDENING.runs(("gup",))[0][2][0]
    synonym: Alternative = WIDENING.runs(("hal",))[0][2][0]
    assert sigle.weight > synonym.weight


def test_a_form_of_the_same_word_is_no_other_word() -> None:
    assert others("moto") == [("deux", "rou")]
