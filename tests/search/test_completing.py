"""What is offered under the search field, from the real content."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.search.analysis import fold
from levers_app.search.completing import MOST, Completion
from levers_app.search.engine import SearchEngine
from levers_app.search.fields import ACCENTED, FIELDS, YEARS, Values, field_of, quoted_value
from levers_app.search.folded_lines import flat
from levers_app.search.query import parse
from levers_app.store.opening import Base
from tests.search.conftest import SmallSource

_TYPED = ("", "-", '"', "fam", "famille:", "ville:", "annee:20", "clspd", "« hall", "mediation de ")


def offered(engine: SearchEngine, text: str, *recent: str) -> list[Completion]:
    return list(engine.complete(text, recent))


def labels(engine: SearchEngine, text: str, *recent: str) -> list[str]:
    return [completion.label for completion in offered(engine, text, *recent)]


@pytest.mark.parametrize("typed", ["clspd", "CLSPD", "c.l.s.p.d.", "Clsp"])
def test_a_sigle_comes_first_with_what_it_stands_for_and_leads_to_its_lever(engine: SearchEngine, typed: str) -> None:
    first = offered(engine, typed)[0]
    assert (first.label, first.record_id) == ("CLSPD", "lever:clspd")
    assert first.detail == "Conseil local de sécurité et de prévention de la délinquance"


def test_a_sigle_that_is_no_lever_leads_to_the_glossary(engine: SearchEngine) -> None:
    assert offered(engine, "msu")[0].record_id == "term:msu"


def test_the_long_form_finds_the_sigle(engine: SearchEngine) -> None:
    assert "CLSM" in labels(engine, "conseil local de sante")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("mediation", "lever:mediation-sociale"),
        ("l'éclair", "lever:eclairage-espaces-communs"),
        ("camér", "lever:videoprotection"),
        ("halls occ", "problem:occupation-halls"),
        ("rodeos", "problem:rodeos-motorises"),
        ("deux habitants sur", "case:angers-mediation-nuit-notoriete"),
    ],
)
def test_names_in_any_writing_lead_to_their_record(engine: SearchEngine, typed: str, expected: str) -> None:
    records = {completion.record_id for completion in offered(engine, typed)}
    assert expected in records


def test_the_title_typed_comes_before_lesser_names(engine: SearchEngine) -> None:
    assert labels(engine, "medi")[0] == "Médiation sociale"


@pytest.mark.parametrize(
    ("typed", "label", "kind", "query"),
    [
        ("toul", "Toulouse", "commune", "ville:Toulouse "),
        ("59", "Nord (59)", "département", "département:Nord "),
        ("occit", "Occitanie", "région", "région:Occitanie "),
        ("pays de la l", "Pays de la Loire", "région", 'région:"Pays de la Loire" '),
        ("trafic hall toul", "Toulouse", "commune", "trafic hall ville:Toulouse "),
    ],
)
def test_a_place_says_what_it_is_and_finds_just_its_examples(
    engine: SearchEngine, typed: str, label: str, kind: str, query: str
) -> None:
    place = next(completion for completion in offered(engine, typed) if completion.label == label)
    assert place.text == query
    total = engine.search(query.removeprefix("trafic hall ")).total
    assert place.detail == f"{kind} · {total} exemple{'s' if total > 1 else ''}"


def test_the_beginning_of_a_name_of_a_field_is_completed(engine: SearchEngine) -> None:
    texts = {typed: [c.text for c in offered(engine, typed)] for typed in ("fam", "hall résu", "-fam", "commun")}
    assert "famille:" in texts["fam"]
    assert "hall résultat:" in texts["hall résu"]
    assert "-famille:" in texts["-fam"]
    assert "ville:" in texts["commun"]


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("famille:s", ["famille:sûreté "]),
        ("Famille : part", ["Famille :partenariat "]),
        ("hall famille:pres", ['hall famille:"présence humaine" ']),
        ("ville:saint-d", ["ville:Saint-Denis "]),
        ('resultat:"n a pas', ['resultat:"n’a pas marché" ']),
        ("annee:2019", ["annee:2019.. ", "annee:..2019 "]),
        ("famille:sûreté,part", ["famille:sûreté,partenariat "]),
        ('famille : "présence humaine",s', ['famille :"présence humaine",sûreté ']),
        ("type:levier,,loi", ["type:levier,,texte "]),
        ("annee:2015,2019", ["annee:2015,2019.. ", "annee:2015,..2019 "]),
        ("famille:sûreté", []),
        ("famille:sûreté ", []),
    ],
)
def test_values_of_a_field_are_completed_and_quoted(engine: SearchEngine, typed: str, texts: list[str]) -> None:
    assert [completion.text for completion in offered(engine, typed)][: max(1, len(texts))] == texts


def test_a_field_without_a_value_offers_all_or_the_first(engine: SearchEngine) -> None:
    assert len(offered(engine, "famille:")) == 6
    assert len(offered(engine, "situation:")) == MOST
    assert labels(engine, "type:") == ["levier", "exemple", "texte", "glossaire"]


def test_a_list_offers_what_is_not_in_it_yet(engine: SearchEngine) -> None:
    assert labels(engine, "type:exemples,texte,") == ["levier", "glossaire"]


def test_every_value_offered_names_just_itself(engine: SearchEngine) -> None:
    with engine._borrowed() as snapshot:
        values: Values = snapshot.values
    for field, facet in FIELDS.items():
        for value in values.of(facet) if facet != YEARS else ():
            (clause,) = parse(f"{ACCENTED.get(field, field)}:{quoted_value(value.written)} ").fields
            assert field_of(clause.field) == field
            (text,) = clause.values
            assert values.matching(facet, text) == (value,)


def test_the_last_word_of_several_is_completed_as_a_word(engine: SearchEngine) -> None:
    (completion,) = offered(engine, "trafic hall media")
    assert (completion.text, completion.record_id) == ("trafic hall Médiation sociale ", "")
    assert offered(engine, "trafic -media")[0].text == 'trafic -"Médiation sociale" '
    assert offered(engine, "trafic hall mediation sociale") == []


def test_typing_goes_on_where_the_cursor_is(engine: SearchEngine) -> None:
    (completion,) = engine.complete("famille:su hall", cursor=10)
    assert completion.text == "famille:sûreté hall"
    assert completion.text[completion.cursor :] == " hall"
    assert engine.complete("famille:su hall", cursor=3) == ()


def test_an_empty_field_offers_the_last_searches(engine: SearchEngine) -> None:
    recent = [f"recherche {number}" for number in range(20)]
    assert labels(engine, " ", *recent) == recent[:MOST]
    assert labels(engine, "") == []


def test_a_recent_search_comes_back_by_its_beginning_but_not_as_itself(engine: SearchEngine) -> None:
    assert "Été à Nantes" in labels(engine, "ete", "Été à Nantes", "hall")
    assert "clspd nantes" in labels(engine, "clspd", "clspd nantes", "clspd")
    assert labels(engine, "clspd", "clspd nantes", "clspd").count("clspd") == 0


def test_nothing_is_offered_twice_and_no_more_than_fit(engine: SearchEngine) -> None:
    for typed in ("c", "s", "pr", "con", "hall", "saint"):
        found = offered(engine, typed, "con", "hall occupé")
        assert 0 < len(found) <= MOST
        assert len({(c.record_id or c.text) for c in found}) == len(found)


@given(st.lists(st.sampled_from(_TYPED) | st.text(max_size=12), max_size=4).map("".join), st.integers(-3, 60))
def test_any_text_gets_an_answer(engine: SearchEngine, text: str, cursor: int) -> None:
    for completion in engine.complete(text, (f"hall {text}", "hall occupé"), cursor):
        assert completion.label
        assert 0 <= completion.cursor <= len(completion.text)
    engine.complete(text + "x" * 100_000)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)) | st.text())
def test_folding_in_one_go_gives_what_folding_word_by_word_gives(text: str) -> None:
    words = [fold(word) for word in flat(text).split()]
    assert " ".join(words) == flat(text)
    assert flat(flat(text)) == flat(text)


def test_titles_are_folded_like_what_is_typed() -> None:
    assert flat("Éclairage : l’œuvre d’Ågren — « Été ½ »") == "eclairage l oeuvre d agren ete 1 2"
    assert flat("Ｆｕｌｌ İstanbul ﬁn") == "full istanbul fin"


def test_a_new_example_is_offered_after_its_save(base: Base, own_engine: SearchEngine) -> None:
    case = base.reader.case("angers-mediation-nuit-notoriete")
    assert labels(own_engine, "zébulon") == []
    base.writer.save(replace(case, title="Zébulon arrive au pied des tours"), "Anne")
    own_engine.follow()
    assert labels(own_engine, "zebulon") == ["Zébulon arrive au pied des tours"]


def test_completions_are_there_before_the_index(tmp_path: Path, vocabulary: Vocabulary, small: SmallSource) -> None:
    engine = SearchEngine(tmp_path / "index", small, vocabulary)
    assert [completion.record_id for completion in offered(engine, "clspd")] == ["lever:clspd"]
