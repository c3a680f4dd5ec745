"""Untrusted data become records, or a reason in French with the place of the fault."""

import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levers_app.catalogue.records import CaseStudy, GlossaryTerm
from levers_app.catalogue.validation import MAX_FIELD, InvalidRecordError, check_record, encode_record, read_record
from levers_app.catalogue.vocabulary import Vocabulary

CASE = {
    "slug": "exemple",
    "title": "Un exemple",
    "organisation": "Office",
    "territory": "qpv",
    "problems": ["degradations"],
    "levers": ["mediation"],
    "context": "Un contexte.",
    "actions": [],
    "results": [],
    "outcome": "positif",
    "source": {"title": "Titre", "publisher": "Éditeur", "url": "https://exemple.fr"},
}


def read(**changes: object) -> CaseStudy:
    return read_record(CaseStudy, {**CASE, **changes})


@pytest.mark.parametrize("text", ["مرحبا بالعالم", "🏢👷🏽‍♀️", "日本語", "ligne\n\tsuite", "x" * MAX_FIELD])
def test_any_script_is_accepted(text: str):
    assert read(context=text).context == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x" * 10_000_000, "le texte dépasse 100 000 caractères"),
        ("a\x00b", "caractère de contrôle (U+0000)"),
        ("a\x1bb", "caractère de contrôle (U+001B)"),
        ("a\x85b", "caractère de contrôle (U+0085)"),
        ("a\u202eb", "sens d’écriture (U+202E)"),
        ("a\u2066b", "sens d’écriture (U+2066)"),
        ("a\ud800b", "demi-caractère Unicode"),
    ],
    ids=["10 Mo", "nul", "échappement", "C1", "renversement", "isolat", "surrogat"],
)
def test_what_no_text_may_hold_is_refused(text: str, reason: str):
    with pytest.raises(InvalidRecordError) as caught:
        read(results=[{"statement": text, "measured": True}])
    assert (caught.value.key, reason in caught.value.reason) == ("results.statement", True)


@pytest.mark.parametrize("data", [None, [], "texte", 3, {}, {"slug": []}, {1: 2}])
def test_what_is_no_record_is_refused(data: object):
    with pytest.raises(InvalidRecordError):
        read_record(CaseStudy, data)


def test_prose_gets_french_typography_and_data_do_not():
    case = read(title="L'îlot", source={"title": "L'îlot", "publisher": "É", "url": "https://a.fr/l'b"})
    assert case.source is not None
    assert (case.title, case.source.title, case.source.url) == ("L’îlot", "L’îlot", "https://a.fr/l'b")


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"problems": ["inconnu"]}, "problems"),
        ({"outcome": "super"}, "outcome"),
        ({"territory": "lune"}, "territory"),
        ({"intensity": 9}, "intensity"),
        ({"slug": "Pas Un Slug"}, "slug"),
        ({"period": {"start": 2021, "end": 2020}}, "period"),
    ],
)
def test_values_outside_the_vocabularies_are_refused(vocabulary: Vocabulary, changes: dict[str, object], key: str):
    with pytest.raises(InvalidRecordError) as caught:
        check_record(read(**changes), vocabulary)
    assert caught.value.key == key


TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks that turn the direction of a text: refused, with a sentence (above)."""


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters=TURNING), max_size=200))
def test_stored_record_reads_back_equal(text: str):
    term = read_record(GlossaryTerm, {"slug": "a", "term": text, "expansion": text, "definition": text})
    assert read_record(GlossaryTerm, json.loads(json.dumps(encode_record(term)))) == term


def test_encoded_record_is_plain_data():
    encoded = encode_record(read(period={"start": 2020}))
    assert encoded["period"] == {"start": 2020, "end": None, "start_month": None, "end_month": None}
    assert set(encoded) == {field.name for field in dataclasses.fields(CaseStudy)}
