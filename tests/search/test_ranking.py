"""Relevance, on the real content: the whole query file, then what must hold for any query."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from levers_app.search.engine import SearchEngine

QUERIES: list[dict[str, Any]] = [
    row
    for file in ("queries.yaml", "queries_field.yaml")
    for row in yaml.safe_load((Path(__file__).parent / file).read_text(encoding="utf-8"))
]


def ids(engine: SearchEngine, query: str, limit: int = 50) -> list[str]:
    return [hit.id for hit in engine.search(query, limit=limit).hits]


@pytest.mark.parametrize("row", QUERIES, ids=lambda row: row["q"])
def test_what_people_type_finds_its_sheet(engine: SearchEngine, row: dict[str, Any]) -> None:
    assert set(ids(engine, row["q"], row["within"])) & set(row["expect"])


def test_what_happened_and_where_is_found_nine_times_in_ten(engine: SearchEngine) -> None:
    rows = yaml.safe_load((Path(__file__).parent / "queries_circumstances.yaml").read_text(encoding="utf-8"))
    found = [row["q"] for row in rows if set(ids(engine, row["q"], row["within"])) & set(row["expect"])]
    assert len(found) >= 0.9 * len(rows)


@pytest.mark.parametrize(
    "query", ["médiation sociale", "MEDIATION SOCIALE", "me\u0301diation sociale", "médiations sociales"]
)
def test_the_writing_of_a_query_does_not_matter(engine: SearchEngine, query: str) -> None:
    assert ids(engine, query + " ") == ids(engine, "mediation sociale ")


def test_the_same_query_always_gives_the_same_order(engine: SearchEngine) -> None:
    assert ids(engine, "police") == ids(engine, "police")


def test_all_words_are_there_when_some_text_has_them_all(engine: SearchEngine) -> None:
    assert set(ids(engine, "gardien nuit ", 500)) <= set(ids(engine, "gardien ", 500) + ids(engine, "nuit ", 500))
    assert engine.search("gardien nuit ").left_out == ()


@pytest.mark.parametrize("query", ["inter-bailleurs ", "inter bailleurs ", "interbailleurs "])
def test_two_words_that_exist_as_one_are_one(engine: SearchEngine, query: str) -> None:
    assert ids(engine, query, 1) == ["lever:securite-privee-gpis"]


def test_two_words_in_the_plural_may_be_one_name_in_the_singular(engine: SearchEngine) -> None:
    assert ids(engine, "Voisins Malins ", 1) == ["case:evry-voisinmalin-cdc-habitat"]


@pytest.mark.parametrize("query", ["GPO", "g.p.o.", "g p o", "G. P. O."])
def test_a_sigle_may_be_written_letter_by_letter(engine: SearchEngine, query: str) -> None:
    assert "lever:groupe-partenariat-operationnel" in ids(engine, query, 2)


def test_a_number_comes_before_the_longer_ones_that_begin_so(engine: SearchEngine) -> None:
    assert "case:saint-ouen-place-8-mai-1945" in ids(engine, "93", 10)


def test_a_rare_word_of_a_title_is_not_taken_for_a_typing_error(engine: SearchEngine) -> None:
    rare = {pair for row in QUERIES for pair in engine.search(f"{row['q']} ").better}
    titles = " ".join(
        hit.card.title.lower() for hit in engine.search("-type:x type:exemple type:levier", limit=500).hits
    )
    assert not [word for word, _ in rare if f" {word.lower()} " in titles]


def test_the_word_that_nothing_holds_is_named(engine: SearchEngine) -> None:
    results = engine.search("médiation hippopotames ")
    assert results.left_out == ("hippopotames",)
    assert results.hits[0].id == "lever:mediation-sociale"


def test_of_three_words_most_are_enough_when_hardly_any_text_has_them_all(engine: SearchEngine) -> None:
    results = engine.search("gardien agressé parking ")
    assert "lever:accompagnement-agressions" in [hit.id for hit in results.hits]
    assert results.left_out == (), "some texts do have all three"


def test_an_ordinary_french_word_that_the_base_lacks_is_left_out_and_not_replaced(engine: SearchEngine) -> None:
    results = engine.search("muter un gardien ")
    assert (results.left_out, results.corrected) == (("muter",), ())


def test_other_words_for_the_same_thing_rank_below_the_words_typed(engine: SearchEngine) -> None:
    found = ids(engine, "vidéosurveillance ", 500)
    own = set(ids(engine, '"vidéosurveillance" ', 500))
    assert own < set(found)
    assert set(found[: len(own)]) == own


def test_everyday_words_find_the_levers_of_the_situation_that_they_speak_of(engine: SearchEngine) -> None:
    assert "lever:mediation-sociale" in ids(engine, "ils tiennent les murs toute la soirée", 5)


def test_a_department_is_found_by_its_number_and_by_its_name(engine: SearchEngine) -> None:
    by_name = {i for i in ids(engine, "seine saint denis ", 500) if i.startswith("case:")}
    assert "case:saint-ouen-place-8-mai-1945" in by_name
    assert "case:saint-ouen-place-8-mai-1945" in ids(engine, "93 ", 500)


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("type:exemple toulouse ", "case"),
        ("type:levier famille:sûreté ", "lever"),
        ("résultat : positif", "case"),
        ('departement:"haute-garonne" ', "case"),
        ("annee:2019..2023 médiation ", "case"),
        ("situation:rodeos type:exemple ", "case"),
    ],
)
def test_a_field_keeps_what_it_names(engine: SearchEngine, query: str, kind: str) -> None:
    found = engine.search(query, limit=500)
    assert found.total
    assert found.unknown == ()
    assert {hit.kind for hit in found.hits} == {kind}


@pytest.mark.parametrize("query", ["article 1388 bis", "Art. 1388 bis ", "1388 bis"])
def test_the_word_article_only_says_what_the_number_is(engine: SearchEngine, query: str) -> None:
    assert ids(engine, query, 2) == ["text:code-general-des-impots-1388-bis", "lever:convention-tfpb"]


@pytest.mark.parametrize("query", ["departement:93", "département 93", "dept 93 ", "departement:seine-saint"])
def test_a_department_may_be_named_in_several_ways(engine: SearchEngine, query: str) -> None:
    assert set(ids(engine, query, 500)) == set(ids(engine, "departement:seine-saint-denis", 500))


def test_the_number_of_a_department_is_exact(engine: SearchEngine) -> None:
    assert engine.search("departement:1").total == engine.search("departement:01").total == 0
    assert engine.search("departement:01").unknown == ()


def test_communes_named_together_are_each_a_place(engine: SearchEngine) -> None:
    assert "case:cdc-habitat-encombrants-six-residences" in ids(engine, "ville:Saint-Denis")


@pytest.mark.parametrize("query", ["hall_occupé ", "hall\u200boccupé "])
def test_what_is_not_seen_between_words_separates_them(engine: SearchEngine, query: str) -> None:
    assert ids(engine, query) == ids(engine, "hall occupé ")


def test_a_field_taken_out_leaves_the_rest(engine: SearchEngine) -> None:
    everything, cases = engine.search("hall ").total, engine.search("hall type:exemple ").total
    assert engine.search("hall -type:exemple ").total == everything - cases > 0


@pytest.mark.parametrize(
    ("several", "alone"),
    [
        ("type:levier,texte hall ", ("type:levier hall ", "type:texte hall ")),
        ('ville:Toulouse,"Saint-Denis"', ("ville:Toulouse", "ville:saint-denis")),
        ("situation:rodéos,trafic", ("situation:rodéos", "situation:trafic")),
        ("résultat:positif,mitigé", ("résultat:positif", "résultat:mitigé")),
        ("année:2008,2019..2020", ("année:2008", "année:2019..2020")),
    ],
)
def test_one_of_several_values_is_enough(engine: SearchEngine, several: str, alone: tuple[str, str]) -> None:
    found, *parts = (set(ids(engine, query, 500)) for query in (several, *alone))
    assert found == parts[0] | parts[1] > parts[0]
    assert found > parts[1]
    assert engine.search(several).unknown == ()


def test_none_of_the_values_taken_out_is_left(engine: SearchEngine) -> None:
    found = engine.search("hall -type:exemple,texte ", limit=500)
    assert {hit.kind for hit in found.hits} == {"lever", "term"}


def test_of_several_values_those_that_name_nothing_are_told(engine: SearchEngine) -> None:
    found = engine.search("type:levier,zzz")
    assert [(unknown.field, unknown.value) for unknown in found.unknown] == [("type", "zzz")]
    assert found.total == engine.search("type:levier,").total == engine.search("type:levier").total > 0
    assert engine.search("type:,").total == 0


def test_a_value_that_names_nothing_is_told_and_finds_nothing(engine: SearchEngine) -> None:
    found = engine.search("famille:xyz hall ")
    assert found.total == 0
    assert [(unknown.field, unknown.value) for unknown in found.unknown] == [("famille", "xyz")]


def test_words_before_a_colon_that_are_no_field_are_words(engine: SearchEngine) -> None:
    assert engine.search("hall:police ").total == engine.search("hall police ").total


def test_a_minus_takes_out(engine: SearchEngine) -> None:
    assert "lever:videoprotection" in ids(engine, "caméras ")
    assert "lever:videoprotection" not in ids(engine, "caméras -image ")


def test_a_phrase_finds_less_than_its_words(engine: SearchEngine) -> None:
    assert 0 < engine.search('"parties communes" ').total < engine.search("parties communes ").total


def test_typing_on_keeps_what_still_fits(engine: SearchEngine) -> None:
    assert set(ids(engine, "videoprotec", 500)) >= set(ids(engine, "videoprotection ", 500)) - set(
        ids(engine, "caméra ", 500)
    )


@pytest.mark.parametrize(
    "query", ["", "  ", "*", "-", ":", '"', "()", "-hall", "-hall -police", "le de la ", "\x00\x01"]
)
def test_what_asks_for_nothing_finds_nothing(engine: SearchEngine, query: str) -> None:
    assert engine.search(query).total == 0


@given(st.text() | st.text('"-*:()«» aéhL251.'))
def test_any_text_is_answered_from_the_index(engine: SearchEngine, query: str) -> None:
    results = engine.search(query, limit=3)
    assert results.complete
    assert len(results.hits) == min(results.total, 3)


@pytest.mark.parametrize("query", ["-levier:xyz", "-famille:inconnue", "-annee:abc", "-foo:bar", "-foo:bar "])
def test_leaving_out_what_nobody_knows_is_not_asking_for_everything(engine: SearchEngine, query: str) -> None:
    assert engine.search(query).total == 0


def test_a_field_that_is_none_is_not_looked_for_when_it_is_left_out(engine: SearchEngine) -> None:
    assert engine.search("hall -foo:bar").total == engine.search("hall ").total


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("annee:2", ""), ("annee:201", ""), ("annee:2019.", "annee:2019"), ("annee:2019..2", "annee:2019..")],
)
def test_a_year_that_is_being_typed_empties_no_list(engine: SearchEngine, typed: str, meant: str) -> None:
    found = engine.search(f"hall {typed}")
    assert (found.total, found.unknown) == (engine.search(f"hall {meant}").total, ())


def test_the_word_itself_comes_before_what_speaks_of_its_situation(engine: SearchEngine) -> None:
    hits = engine.search("chouf ").hits
    assert hits[0].id == "term:guetteur-chouf"
    assert len(hits) > 1


def test_what_is_proposed_is_written_right_all_through(engine: SearchEngine) -> None:
    assert dict(engine.search("camra de surveilance").corrected) == {"camra": "caméra", "surveilance": "surveillance"}
