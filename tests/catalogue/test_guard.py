"""What the privacy guard points out in a whole example, and how it goes."""

from dataclasses import replace

import pytest

from levers_app.catalogue.content import load_bundle
from levers_app.catalogue.draft import Entry, ResultLine, SourceLine, draft_of
from levers_app.catalogue.guard import PersonalDataError, personal_data, without
from levers_app.catalogue.records import Attachment, Confirmed
from levers_app.paths import content_folder

PHONE, EMAIL = "06 12 34 56 78", "lea@exemple.fr"
PHOTO = Attachment("0" * 64, "hall.jpg", "image/jpeg", 3)
ENTRY = Entry(
    title="Hall rouvert",
    context=f"Joindre le {PHONE}, le soir. Encore le {PHONE}, ou {EMAIL}.",
    lessons=f"Une ligne\nAppeler le {PHONE}",
    partners=("Ville", f"Amicale ({EMAIL})"),
    results=(ResultLine("Mieux", f"vu par {EMAIL}"), ResultLine(f"Le {PHONE} sonne moins")),
    attachments=(replace(PHOTO, caption=f"Affiche\u00a0: {PHONE}"),),
)


def found(entry: Entry) -> dict[str, list[str]]:
    return {name: [finding.text for finding in findings] for name, findings in personal_data(entry).items()}


def test_every_field_is_read_and_the_same_words_are_told_once():
    assert found(ENTRY) == {
        "context": [PHONE, EMAIL],
        "lessons": [PHONE],
        "partners": [EMAIL],
        "results": [EMAIL, PHONE],
        "attachments": [PHONE],
    }


def test_nothing_is_found_in_an_empty_entry():
    assert found(Entry()) == {}


def test_known_places_published_sources_and_the_words_of_a_reviewer_are_not_read():
    published = SourceLine("Karim Benali", "Le Monde", "2021", "https://exemple.fr")
    entry = Entry(commune=EMAIL, department="44", review_comment=EMAIL, sources=(published,))
    assert found(entry) == {}


def test_what_was_heard_is_read():
    heard = SourceLine("Entretien avec Karim Benali", "", "2021", "")
    assert set(found(Entry(organisation=EMAIL, commune=EMAIL, sources=(heard,)))) == {
        "organisation",
        "commune",
        "sources",
    }


PROFILE = "https://www.facebook.com/karim.benali"


def test_the_address_of_a_page_is_read_for_profiles_and_what_it_holds_in_clear():
    pages = ("https://exemple.fr/karim-benali-temoigne", PROFILE, "https://exemple.fr/?mail=lea@exemple.fr")
    entry = Entry(sources=tuple(SourceLine("Karim Benali", "Le Monde", "2021", page) for page in pages))
    assert found(entry) == {"sources": [PROFILE, EMAIL]}


def test_the_address_of_a_page_can_be_kept_or_taken_out():
    entry = Entry(
        sources=(SourceLine("Page publique", "", "2021", PROFILE), SourceLine("Autre", url=PROFILE + "/photos"))
    )
    assert found(replace(entry, confirmed=(Confirmed("sources", PROFILE, "page publique"),))) == {
        "sources": [PROFILE + "/photos"]
    }
    cut = without(entry, "sources", PROFILE + "/photos")
    assert [line.url for line in cut.sources] == [PROFILE, ""]
    assert found(without(cut, "sources", PROFILE)) == {}


MOST_STOPPED = 3
"""Bundled examples with a finding as the form holds them: the public addresses of three buildings."""


def test_few_bundled_examples_would_be_stopped_in_the_form():
    cases = load_bundle(content_folder()).cases
    stopped = [case.slug for case in cases if personal_data(draft_of(case, 1).entry)]
    assert len(stopped) <= MOST_STOPPED, stopped


def test_what_was_confirmed_in_a_field_is_not_told_again_there():
    kept = replace(ENTRY, confirmed=(Confirmed("context", PHONE, "accueil"), Confirmed("results", EMAIL, "accueil")))
    left = found(kept)
    assert (left["context"], left["results"], left["lessons"]) == ([EMAIL], [PHONE], [PHONE])


@pytest.mark.parametrize("name", ["context", "lessons", "partners", "results", "attachments"])
def test_what_is_taken_out_is_no_longer_found_and_other_fields_stay(name: str):
    entry = ENTRY
    for words in found(ENTRY)[name]:
        entry = without(entry, name, words)
    assert found(entry) == {other: words for other, words in found(ENTRY).items() if other != name}


def test_what_is_left_reads_well():
    assert without(ENTRY, "context", PHONE).context == f"Joindre le, le soir. Encore le, ou {EMAIL}."
    assert without(ENTRY, "lessons", PHONE).lessons == "Une ligne\nAppeler le"
    assert without(ENTRY, "partners", EMAIL).partners == ("Ville", "Amicale ()")
    assert without(ENTRY, "results", EMAIL).results[0] == ResultLine("Mieux", "vu par")
    assert without(ENTRY, "results", PHONE).results[1] == ResultLine("Le sonne moins")
    assert without(ENTRY, "attachments", PHONE).attachments[0].caption == "Affiche\u00a0:"


def test_a_partner_of_nothing_else_goes():
    assert without(Entry(partners=("Ville", EMAIL)), "partners", EMAIL).partners == ("Ville",)


def test_only_whole_words_go_and_the_rest_of_the_text_stays():
    entry = Entry(context="Alimentation  générale , Ali et Alice\n  M. Ali : rien")
    assert without(entry, "context", "Ali").context == "Alimentation  générale , et Alice\n  M. : rien"


def test_words_that_stand_in_a_word_go_all_the_same():
    assert without(Entry(context=f"tel{PHONE}bis"), "context", PHONE).context == "telbis"


def test_words_that_are_not_there_change_nothing():
    assert without(ENTRY, "context", "(.*") == ENTRY


@pytest.mark.parametrize("run", [" ", "a ", "( ", "\n"])
def test_long_runs_are_no_trap(run: str):
    text = run * (100_000 // len(run))
    assert without(Entry(context=f"{text}{PHONE}"), "context", PHONE).context == text.rstrip(" ")


def test_sentence_counts():
    one = personal_data(Entry(title=PHONE))
    assert "un passage ressemble à une donnée personnelle. Retirez-le" in str(PersonalDataError(one))
    several = PersonalDataError(personal_data(ENTRY))
    assert "7 passages ressemblent à des données personnelles. Retirez-les" in str(several)
    assert str(several).endswith("Votre brouillon est gardé.")
    assert list(several.found) == list(found(ENTRY))
