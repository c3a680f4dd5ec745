"""Differences read as a person would tell them."""

import dataclasses
from dataclasses import replace
from datetime import UTC, datetime
from types import UnionType
from typing import Any, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levers_app.catalogue.records import (
    Actor,
    Attachment,
    CaseStudy,
    Combination,
    Confirmed,
    GlossaryTerm,
    Lever,
    Period,
    Record,
    Result,
    Source,
)
from levers_app.catalogue.vocabulary import load_vocabulary
from levers_app.paths import content_folder
from levers_app.sheets.differences import LABELS, Difference, Names, differences, summary, told
from levers_app.sheets.rewording import Span, bare, shortened, word_spans
from levers_app.store.history import CONTENT_AUTHOR, Version
from tests.store.samples import EVIDENCE, case, lever, term

VOCABULARY = load_vocabulary(content_folder())
NAMES = Names(VOCABULARY, {"mediation": "Médiation sociale"})
CONTEXT = (
    "À Lyon, depuis 2018, le hall du bâtiment B était occupé chaque soir par une quinzaine de jeunes. "
    "Les locataires n’osaient plus passer, et la porte ne fermait plus depuis des mois.\n\n"
    "Le gardien ne pouvait pas intervenir seul."
)


def readable(difference: Difference) -> str:
    """Return a difference on paper: « Résultat : Positif → Mitigé », else a line for each change."""
    lines = [f"− {line}" for line in difference.removed]
    lines += [f"+ {line}" for line in difference.added]
    lines += [f"~ {''.join(map(marked, spans))}" for spans in difference.changed]
    lines += [difference.note] if difference.note else []
    label = f"{difference.label}\u00a0:"
    if (len(difference.removed), len(difference.added), len(lines)) == (1, 1, 2):
        return f"{label} {difference.removed[0]} → {difference.added[0]}"
    return f"{label} {lines[0]}" if len(lines) == 1 else "\n".join([label, *(f"  {line}" for line in lines)])


def marked(span: Span) -> str:
    """Return a part of a text between its signs; the spaces at its ends stay outside."""
    words = span.text.strip()
    start = span.text.find(words)
    sign = {"equal": "{}", "removed": "[−{}−]", "added": "[+{}+]"}[span.kind]
    return span.text[:start] + sign.format(words) + span.text[start + len(words) :]


def said(before: Record, after: Record) -> list[str]:
    """Return the differences as text, with plain spaces."""
    texts = [readable(difference) for difference in differences(before, after, NAMES)]
    return [text.replace("\u00a0", " ").replace("\u202f", " ") for text in texts]


@pytest.mark.parametrize("model", [Lever, CaseStudy, GlossaryTerm])
def test_every_field_has_a_label_of_its_own(model: type[Record]):
    labels = LABELS[model.kind]
    assert set(labels) == {field.name for field in dataclasses.fields(model)}
    assert len(set(labels.values())) == len(labels)


# Values in a few words


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"outcome": "non-evalue"}, "Résultat : Positif → Non évalué"),
        ({"territory": "hors-qpv"}, "Territoire : QPV → Hors QPV"),
        ({"status": "a-relire"}, "État de la fiche : Publié → À relire"),
        ({"confidentiality": "interne"}, "Confidentialité : Public → Interne à l’organisme"),
        ({"department": "93"}, "Département : Nord (59) → Seine-Saint-Denis (93)"),
        ({"commune": ""}, "Commune : − Lille"),
        ({"intensity": 3}, "Intensité : + 3 sur 5, troubles installés"),
        ({"period": Period(2018, 2021, 3)}, "Période : + mars 2018–2021"),
        ({"outcome": "inconnu"}, "Résultat : Positif → inconnu"),
        ({"source": None}, "Source : − Titre, Éditeur, https://exemple.fr"),
        ({"cost": "10\u202f000\u00a0€"}, "Coût : + 10 000 €"),
    ],
)
def test_short_values(changes: dict[str, Any], text: str):
    assert said(case(), case(**changes)) == [text]


def test_equal_records_differ_by_nothing():
    assert differences(case(), case(), NAMES) == []


# Lists


def test_lines_that_go_and_come():
    found = differences(case(partners=("Ville", "Police")), case(partners=("Ville", "AORIF", "Préfecture")), NAMES)
    assert found == [Difference("Partenaires", ("Police",), ("AORIF", "Préfecture"))]
    assert readable(found[0]).splitlines() == ["Partenaires\u00a0:", "  − Police", "  + AORIF", "  + Préfecture"]


def test_moved_lines_are_not_told_beside_others():
    assert said(case(partners=("A", "B", "C")), case(partners=("C", "B", "A", "D"))) == ["Partenaires : + D"]


def test_new_order_alone_is_told():
    assert said(case(partners=("A", "B")), case(partners=("B", "A"))) == ["Partenaires : ordre changé"]


def test_line_there_twice_goes_once():
    assert said(case(partners=("A", "A")), case(partners=("A",))) == ["Partenaires : − A"]


def test_reworded_line_is_told_by_its_words():
    before = case(actions=("Deux médiateurs passent dans les halls chaque soir de la semaine", "Une porte neuve"))
    after = case(actions=("Une porte neuve", before.actions[0].replace("Deux", "Trois"), "Une caméra"))
    assert said(before, after)[0].splitlines() == [
        "Ce qui a été fait :",
        "  + Une caméra",
        "  ~ [−Deux−] [+Trois+] médiateurs passent dans les halls chaque soir de la semaine",
    ]


def test_slugs_are_shown_as_labels():
    before, after = case(levers=("mediation",)), case(levers=("inconnu",), problems=("degradations",))
    assert said(before, after) == [
        "Leviers mobilisés : Médiation sociale → inconnu",
        f"Situations : {VOCABULARY.problems['occupation-halls'].label} → {VOCABULARY.problems['degradations'].label}",
    ]


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"results": (Result("Plaintes", measured=True, figure="−30 %"),)}, "Plaintes : −30 % (mesuré)"),
        ({"other_sources": (Source("Bilan", "ANRU", "", year=2020),)}, "Bilan, ANRU, 2020"),
        ({"attachments": (Attachment("0", "a.jpg", "image/jpeg", 9, "Le hall", printed=True),)}, "a.jpg : Le hall"),
        ({"confirmed": (Confirmed("context", "Mme D.", "élue"),)}, "Contexte : « Mme D. », élue"),
    ],
)
def test_parts_of_an_example(changes: dict[str, Any], text: str):
    (difference,) = said(case(results=()), case(**{"results": (), **changes}))
    assert f"+ {text}" in difference


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"evidence": replace(EVIDENCE, strength="forte")}, "Preuves faibles → Preuves fortes"),
        ({"evidence": replace(EVIDENCE, effect="Rien.")}, "Effet : Un effet. → Effet : Rien."),
        ({"combines_with": (Combination("mediation", "ensemble"),)}, "+ Médiation sociale : ensemble"),
        ({"actors": (Actor("Maire", "décide"),)}, "Maire : préside → Maire : décide"),
        ({"legal": ()}, "− Code pénal, art. 226-4 : dit [s-1] (à vérifier : à vérifier)"),
        ({"steps": ()}, "− Première. étape"),
    ],
)
def test_parts_of_a_lever(changes: dict[str, Any], text: str):
    (difference,) = said(lever(), lever(**changes))
    assert text in difference


def test_part_that_no_line_shows():
    before, after = (case(attachments=(Attachment(digest, "a.jpg", "image/jpeg", 9),)) for digest in "ab")
    assert said(before, after) == ["Photos et documents : détails changés"]


# Long texts


def test_text_is_told_by_its_words_and_what_lies_between_is_cut():
    after = CONTEXT.replace("quinzaine", "dizaine").replace("pas intervenir seul", "plus intervenir")
    assert said(case(context=CONTEXT), case(context=after)) == [
        "Contexte : ~ … bâtiment B était occupé chaque soir par une [−quinzaine−] [+dizaine+] de jeunes. Les "
        "locataires n’osaient plus passer … depuis des mois.\n\n"
        "Le gardien ne pouvait [−pas−] [+plus+] intervenir [−seul−]."
    ]


def test_spaces_alone():
    after = CONTEXT.replace("\n\n", "\n")
    assert said(case(context=CONTEXT), case(context=after)) == ["Contexte : espaces ou retours à la ligne changés"]


def test_paragraph_added_to_a_very_long_text():
    text = "\n".join(f"Le paragraphe {number} dit quelque chose du hall numéro {number}." for number in range(2000))
    spans = word_spans(text, text.replace("hall numéro 500.", "local numéro 500.") + "\nLa fin.")
    assert [span for span in spans if span.kind != "equal"] == [
        Span("removed", "hall "),
        Span("added", "local "),
        Span("added", "La fin."),
    ]


def test_other_words_of_a_very_long_paragraph_are_new_as_a_whole():
    spans = word_spans("mot " * 6000 + "fin", "mot " * 3 + "autre " * 6000 + "fin")
    assert [span.kind for span in spans] == ["equal", "removed", "added", "equal"]


def test_word_that_stayed_alone_is_changed_with_its_neighbours():
    spans = word_spans("Un gardien de Lyon", "Un bailleur de Nice")
    assert spans == (Span("equal", "Un "), Span("removed", "gardien de Lyon "), Span("added", "bailleur de Nice"))


# Whole records


def test_new_record_is_all_that_it_holds():
    found = differences(None, term(see=()), NAMES)
    assert [(difference.label, difference.added) for difference in found] == [
        ("Terme", ("CLSPD",)),
        ("En toutes lettres", ("Conseil local",)),
        ("Définition", ("Une instance.",)),
        ("Source", ("https://exemple.fr",)),
    ]


# Summaries


def test_summary_names_the_fields():
    found = differences(case(), case(context="Autre.", results=(), cost="Rien"), NAMES)
    assert summary(found) == "3 rubriques modifiées\u00a0: Résultats, Contexte, Coût"


def test_summary_of_one_field():
    assert summary([Difference("Coût")]) == "1 rubrique modifiée\u00a0: Coût"


def test_summary_of_many_fields_is_cut():
    assert summary([Difference(name) for name in "ABCDEFGH"]).endswith("A, B, C, D, E, F, …")


@pytest.mark.parametrize(
    ("action", "text"), [("create", "Créée"), ("delete", "Supprimée"), ("update", "Aucune différence")]
)
def test_summary_of_whole_records(action: str, text: str):
    assert summary([], action) == text


# Who and when


def local(year: int, month: int, day: int, hour: int, minute: int) -> datetime:
    return datetime(year, month, day, hour, minute).astimezone()  # in the time of this computer


NOW = local(2026, 3, 10, 12, 0)


def version(at: datetime, action: str = "update", author: str = "Nadia (Office X)", *, again: bool = False) -> Version:
    return Version(1, action, author, at.astimezone(UTC), case(), again)


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ((2026, 3, 3, 14, 32), "Modifiée par Nadia (Office X) le 3 mars 2026 à 14 h 32"),
        ((2026, 2, 1, 9, 5), "Modifiée par Nadia (Office X) le 1er février 2026 à 9 h 05"),
        ((2026, 3, 9, 23, 59), "Modifiée par Nadia (Office X) hier à 23 h 59"),
        ((2026, 3, 10, 0, 0), "Modifiée par Nadia (Office X) aujourd’hui à 0 h 00"),
        ((2026, 3, 11, 8, 0), "Modifiée par Nadia (Office X) le 11 mars 2026 à 8 h 00"),
    ],
)
def test_moment_is_told_in_local_time(at: tuple[int, int, int, int, int], text: str):
    assert told(version(local(*at)), NOW).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("action", "author", "again", "text"),
    [
        ("create", "Nadia", False, "Créée par Nadia"),
        ("create", "Nadia", True, "Rétablie par Nadia"),
        ("delete", "Nadia", False, "Supprimée par Nadia"),
        ("update", "", False, "Modifiée aujourd’hui"),
        ("create", CONTENT_AUTHOR, False, "Fournie avec Leviers aujourd’hui"),
        ("update", CONTENT_AUTHOR, False, "Mise à jour avec Leviers aujourd’hui"),
    ],
)
def test_what_was_done(action: str, author: str, again: bool, text: str):
    assert told(version(NOW, action, author, again=again), NOW).startswith(text)


# Anything

texts = st.text(max_size=12) | st.sampled_from(["positif", "mediation", "Le hall.\n\nUne porte.", " ", CONTEXT])
words = st.lists(
    st.sampled_from(["le", "hall,", "est", "  occupé", "fermé.", "\n", "\n\n", "!", "l’office", "\u00a0:"])
)
prose = st.text(max_size=40) | words.map(" ".join)


def values(form: Any) -> st.SearchStrategy[Any]:
    """Return anything that a field of type ``form`` may hold."""
    if dataclasses.is_dataclass(form):
        return st.builds(form, **{field.name: values(field.type) for field in dataclasses.fields(form)})  # type: ignore[arg-type]
    if isinstance(form, UnionType):
        return st.none() | values(get_args(form)[0])
    if get_origin(form) is tuple:
        return st.lists(values(get_args(form)[0]), max_size=3).map(tuple)
    simple = {str: texts, int: st.integers(1, 12), bool: st.booleans()}
    return simple[form]


records: st.SearchStrategy[Record] = values(CaseStudy) | values(Lever) | values(GlossaryTerm)


@given(records, records)
def test_any_two_records_are_compared(before: Record, after: Record):
    found = differences(before, after, NAMES)
    assert summary(found)
    assert all(readable(difference) for difference in found)


@given(records, st.data())
def test_a_difference_is_never_silent(before: Record, data: st.DataObject):
    field = data.draw(st.sampled_from(dataclasses.fields(before)))
    after = replace(before, **{field.name: data.draw(values(field.type))})
    found = differences(before, after, NAMES)
    assert bool(found) == (before != after)
    assert all(d.removed or d.added or d.changed or d.note for d in found)
    assert all(any(span.kind != "equal" for span in spans) for d in found for spans in d.changed)


@given(prose, prose)
def test_spans_give_the_new_text_back(before: str, after: str):
    spans = word_spans(before, after)
    assert "".join(span.text for span in spans if span.kind != "removed") == after


@given(prose, prose)
def test_spans_give_the_words_of_the_old_text_back(before: str, after: str):
    old = "".join(span.text for span in word_spans(before, after) if span.kind != "added")
    assert "".join(old.split()) == "".join(before.split())


@given(prose, prose)
def test_texts_that_differ_by_more_than_spaces_have_a_change(before: str, after: str):
    changed = any(span.kind != "equal" for span in word_spans(before, after))
    assert changed or bare(before) == bare(after)


@given(prose, prose)
def test_cutting_keeps_what_changed(before: str, after: str):
    spans = word_spans(before, after)
    assert [s for s in shortened(spans) if s.kind != "equal"] == [s for s in spans if s.kind != "equal"]
