"""The way of an example: begun, sent, sent back, published, taken back, deleted; nobody's text is lost on it."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from levers_app.app import open_folder
from levers_app.catalogue.draft import Draft, Entry, ResultLine, SourceLine
from levers_app.catalogue.errors import UnknownRecordError
from levers_app.catalogue.guard import PersonalCommentError, PersonalDataError, personal_data
from levers_app.catalogue.profile import NOBODY, Profile, read_profile
from levers_app.catalogue.records import CaseStudy, Confirmed, LocalComplement, Period, Record
from levers_app.paths import DataFolder
from levers_app.recording import Recorder, TooLateToUndoError, UnfitDraftError, Written
from levers_app.services import Services
from levers_app.store.checking import check
from levers_app.store.errors import ChangedMeanwhileError, FullDiskError, ReadOnlyError
from levers_app.store.opening import Base
from levers_app.store.personal import Personal
from tests.store.faults import write_lock
from tests.store.test_faults import full_from_now_on

SLUG = "toulouse-office-tranquillite"
EXAMPLE = f"case:{SLUG}"
NADIA = Profile("Nadia Petit", "Office de la Loire", "referent")
ENTRY = Entry(
    title="Hall rouvert : l'été d'après",
    commune="Lille",
    problems=("occupation-halls",),
    levers=("mediation-sociale",),
    actions="- Une présence le soir\n-30 % de rondes le jour",
    outcome="positif",
)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base of the whole shipped content, to be copied."""
    data = DataFolder(tmp_path_factory.mktemp("fourni"))
    open_folder(data).close()
    return data.base


@pytest.fixture
def services(tmp_path: Path, shipped: Path) -> Iterator[Services]:
    data = DataFolder(tmp_path / "données")
    data.root.mkdir()
    shutil.copy(shipped, data.base)
    with closing(open_folder(data)) as opened:
        yield opened


@pytest.fixture
def recorder(services: Services) -> Recorder:
    services.recorder.set_profile(NADIA)
    return services.recorder


@pytest.fixture
def colleague(services: Services, tmp_path: Path) -> Iterator[Recorder]:
    """Someone else who writes into the same base."""
    with Base(services.folder.base) as base, closing(Personal(tmp_path / "Bruno" / "personnel.db")) as personal:
        other = Recorder(base, personal, services.vocabulary)
        other.set_profile(Profile("Bruno"))
        yield other


def begun(recorder: Recorder, **changes: object) -> Draft:
    """Return a new draft that is kept."""
    draft = replace(recorder.begin(), entry=replace(ENTRY, **changes))  # type: ignore[arg-type]
    recorder.drafts.keep(draft)
    return draft


def changed(recorder: Recorder, **changes: object) -> Draft:
    """Return a kept draft that changes the example."""
    draft = recorder.change(SLUG)
    draft = replace(draft, entry=replace(draft.entry, **changes))  # type: ignore[arg-type]
    recorder.drafts.keep(draft)
    return draft


def titles(services: Services, id_: str = EXAMPLE) -> list[str]:
    """Return the titles of an example, the newest first."""
    records = (version.record for version in services.base.history.versions(id_))
    return [record.title for record in records if isinstance(record, CaseStudy)]


# Who writes


def test_profile_is_kept(recorder: Recorder, services: Services):
    again = Recorder(services.base, Personal(services.folder.personal), services.vocabulary)
    assert recorder.profile == again.profile == NADIA


@pytest.mark.parametrize(
    ("profile", "signature"),
    [
        (NADIA, "Nadia Petit (Office de la Loire)"),
        (Profile(), NOBODY),
        (Profile("Nadia"), "Nadia"),
        (Profile(" \n", "Office"), f"{NOBODY} (Office)"),
        (Profile("Nadia\nPetit ", " "), "Nadia Petit"),
    ],
)
def test_signature(profile: Profile, signature: str):
    assert profile.signature == signature


@pytest.mark.parametrize("data", [None, [], "Nadia", {"name": 3, "organisation": None, "role": ["relecteur"]}])
def test_profile_that_makes_no_sense_is_none(data: object):
    assert read_profile(data) == Profile()


# From draft to example


def test_new_draft_bears_the_organisation_of_who_writes_and_is_not_kept_yet(recorder: Recorder):
    draft = recorder.begin()
    assert (draft.entry, draft.empty, recorder.drafts.all()) == (Entry(organisation=NADIA.organisation), True, [])


def test_sent_draft_is_an_example_with_its_status_and_its_author(recorder: Recorder, services: Services):
    draft = begun(recorder, start="mars 2021", results=(ResultLine(figure="-30 %"),))
    id_ = recorder.send(draft, "a-relire").record_id
    case = services.base.reader.case(draft.id)
    (line,) = services.base.history.versions(id_)
    assert (id_, case.status, line.author, line.record) == (f"case:{draft.id}", "a-relire", NADIA.signature, case)
    assert (case.title, case.period, case.source) == ("Hall rouvert\u00a0: l’été d’après", Period(2021, None, 3), None)
    assert case.actions == ("Une présence le soir", "−30\u00a0% de rondes le jour")
    assert case.results[0].statement == "−30\u00a0%"
    assert (recorder.drafts.all(), check(services.base)) == ([], [])


def test_change_of_an_example_is_begun_once(recorder: Recorder, services: Services):
    draft = changed(recorder, title="Titre en cours")
    assert (draft.record, draft.seq) == (EXAMPLE, services.base.history.last_seq(EXAMPLE))
    again = recorder.change(SLUG)
    assert (again.id, again.entry, len(recorder.drafts.all())) == (draft.id, draft.entry, 1)


def test_changed_example_keeps_its_id_and_its_past(recorder: Recorder, services: Services):
    before = services.base.reader.case(SLUG)
    assert recorder.send(changed(recorder, title="Deux"), "publie").record_id == EXAMPLE
    assert services.base.reader.case(SLUG) == replace(before, title="Deux")
    assert titles(services) == ["Deux", before.title]


def test_example_that_is_not_there_cannot_be_changed_or_reviewed(recorder: Recorder):
    with pytest.raises(UnknownRecordError):
        recorder.change("absent")
    with pytest.raises(UnknownRecordError):
        recorder.review("absent", "publie", 1)


# What is refused


@pytest.mark.parametrize(
    ("changes", "key", "reason"),
    [
        ({"title": "\u202e"}, "title", "il manque un titre"),
        ({"commune": ""}, "commune", "il manque un lieu"),
        ({"outcome": ""}, "outcome", "il manque le résultat"),
        ({"title": "x" * 201}, "title", "le titre dépasse 200 caractères"),
        ({"context": "x" * 1_000_000}, "context", "ce texte a plus de 1\u202f000\u202f000 caractères"),
        ({"start": "hier"}, "start", "cette date ne se lit pas"),
        ({"start": "2021", "end": "2020"}, "end", "la fin précède le début"),
        ({"sources": (SourceLine("T", year="hier"),)}, "sources", "quatre chiffres, comme 2021. Ce que"),
        ({"outcome": "super"}, "outcome", "« super » n’est pas une valeur connue"),
        ({"intensity": 9}, "intensity", "n’est pas une valeur connue"),
        ({"levers": ("absent",)}, "levers", "n’est plus dans la base"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_draft_that_is_not_fit_is_told_with_its_field_and_kept(
    recorder: Recorder, services: Services, changes: dict[str, object], key: str, reason: str
):
    draft = begun(recorder, **changes)
    with pytest.raises(UnfitDraftError) as told:
        recorder.send(draft, "a-relire")
    assert (told.value.key, reason in str(told.value), ".." in str(told.value)) == (key, True, False)
    assert str(told.value).endswith("est gardé.")
    assert ([kept.id for kept in recorder.drafts.all()], titles(services, f"case:{draft.id}")) == ([draft.id], [])


def test_personal_data_are_refused_until_they_are_confirmed(recorder: Recorder, services: Services):
    context = "Demander l'accueil : 06 12 34 56 78."
    draft = begun(recorder, context=context)
    with pytest.raises(PersonalDataError) as told:
        recorder.send(draft, "a-relire")
    (finding,) = told.value.found["context"]
    assert (len(recorder.drafts.all()), titles(services, f"case:{draft.id}")) == (1, [])
    recorder.send(
        begun(recorder, context=context, confirmed=(Confirmed("context", finding.text, "accueil"),)), "publie"
    )
    assert len(recorder.drafts.all()) == 1


@pytest.mark.parametrize("words", ["06 12 34 56 78", "Mme D'Alembert", "1 85 05 78 006 084 36", "12 rue de l'Église"])
def test_what_was_confirmed_is_not_asked_again_once_typography_is_right(recorder: Recorder, words: str):
    entry = replace(ENTRY, context=f"Voir {words} : c'est public.")
    confirmed = tuple(
        Confirmed(name, finding.text, "public") for name, found in personal_data(entry).items() for finding in found
    )
    draft = begun(recorder, context=entry.context, confirmed=confirmed)
    recorder.send(draft, "publie")
    assert confirmed
    assert personal_data(recorder.change(draft.id).entry) == {}


def test_draft_stays_when_the_disk_is_full(recorder: Recorder, services: Services):
    draft = begun(recorder, context="un mot et " * 9_000)
    full_from_now_on(services.base)
    with pytest.raises(FullDiskError):
        recorder.send(draft, "a-relire")
    assert [kept.entry for kept in recorder.drafts.all()] == [draft.entry]
    assert titles(services, f"case:{draft.id}") == []


def test_draft_stays_when_the_base_is_read_only(recorder: Recorder, services: Services):
    closed = Recorder(Base(services.folder.base, read_only=True), services.personal, services.vocabulary)
    with pytest.raises(ReadOnlyError):
        closed.send(begun(recorder), "a-relire")
    assert len(recorder.drafts.all()) == 1


def test_what_is_recorded_is_said_to_be_even_if_the_draft_cannot_be_put_away(
    recorder: Recorder, services: Services, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("levers_app.store.connecting.BUSY_SECONDS", 0.1)
    draft = begun(recorder)
    with write_lock(services.folder.personal):
        id_ = recorder.send(draft, "publie").record_id
    assert (len(titles(services, id_)), len(recorder.drafts.all())) == (1, 1)


# Two people


def test_the_second_to_send_is_told_and_both_versions_are_kept(
    recorder: Recorder, colleague: Recorder, services: Services
):
    mine, theirs = changed(recorder, title="La mienne"), changed(colleague, title="La sienne")
    colleague.send(theirs, "publie")
    with pytest.raises(ChangedMeanwhileError, match="modifiée entre-temps par Bruno"):
        recorder.send(mine, "publie")
    assert [kept.entry.title for kept in recorder.drafts.all()] == ["La mienne"]
    assert titles(services)[0] == "La sienne"
    recorder.send(mine, "publie", over=True)
    assert (titles(services)[:2], recorder.drafts.all()) == (["La mienne", "La sienne"], [])


def test_example_deleted_meanwhile_is_written_again_only_on_purpose(
    recorder: Recorder, colleague: Recorder, services: Services
):
    mine = changed(recorder, title="La mienne")
    colleague.delete(EXAMPLE)
    with pytest.raises(ChangedMeanwhileError, match="supprimée entre-temps par Bruno"):
        recorder.send(mine, "publie")
    assert recorder.change(SLUG).id == mine.id
    recorder.send(mine, "publie", over=True)
    assert services.base.reader.case(SLUG).title == "La mienne"


def test_change_that_was_taken_back_meanwhile_does_not_count(recorder: Recorder, colleague: Recorder):
    mine = changed(recorder, title="La mienne")
    colleague.send(changed(colleague, title="La sienne"), "publie")
    colleague.restore(EXAMPLE, mine.seq)
    assert recorder.send(mine, "publie").record_id == EXAMPLE


# Review


def test_sent_back_with_a_comment_then_sent_again_and_published(
    recorder: Recorder, colleague: Recorder, services: Services
):
    history = services.base.history
    draft = begun(recorder)
    id_ = recorder.send(draft, "a-relire").record_id
    assert colleague.review(draft.id, "brouillon", history.last_seq(id_), "Et le\x0bcoût\u202e ? ").record_id == id_
    again = recorder.change(draft.id)
    assert again.entry.review_comment == "Et le\ncoût\u202f?"
    recorder.send(replace(again, entry=replace(again.entry, cost="Rien")), "a-relire")
    colleague.review(draft.id, "publie", history.last_seq(id_))
    case = services.base.reader.case(draft.id)
    assert (case.status, case.review_comment, case.cost) == ("publie", "", "Rien")
    lines = [(line.author, line.record.status) for line in history.versions(id_) if isinstance(line.record, CaseStudy)]
    assert lines == [
        ("Bruno", "publie"),
        (NADIA.signature, "a-relire"),
        ("Bruno", "brouillon"),
        (NADIA.signature, "a-relire"),
    ]


def test_a_comment_with_personal_data_is_not_kept(recorder: Recorder, colleague: Recorder, services: Services):
    draft = begun(recorder)
    id_ = recorder.send(draft, "a-relire").record_id
    read = services.base.history.last_seq(id_)
    with pytest.raises(PersonalCommentError, match="«\u00a00612345678\u00a0» ressemble à un numéro de téléphone"):
        colleague.review(draft.id, "brouillon", read, "voir avec mehdi bouzid au 0612345678")
    assert services.base.history.last_seq(id_) == read


def test_what_was_asked_for_does_not_stay_in_what_is_published(recorder: Recorder, services: Services):
    recorder.send(changed(recorder, review_comment="Et le coût ?"), "publie")
    assert services.base.reader.case(SLUG).review_comment == ""


@pytest.mark.parametrize("status", ["publie", "brouillon"])
def test_review_of_what_is_no_longer_there_is_told(
    recorder: Recorder, colleague: Recorder, services: Services, status: str
):
    draft = begun(recorder)
    id_ = recorder.send(draft, "a-relire").record_id
    read = services.base.history.last_seq(id_)
    recorder.send(recorder.change(draft.id), "a-relire")
    with pytest.raises(ChangedMeanwhileError):
        colleague.review(draft.id, status, read, "Bien")
    assert services.base.reader.case(draft.id).status == "a-relire"


# Taken back


def test_deleted_example_comes_back(recorder: Recorder, services: Services):
    before = services.base.reader.case(SLUG)
    deleted = recorder.delete(EXAMPLE, services.base.history.last_seq(EXAMPLE))
    with pytest.raises(UnknownRecordError):
        services.base.reader.case(SLUG)
    recorder.restore(EXAMPLE, deleted.after)
    assert services.base.reader.case(SLUG) == before
    assert [version.author for version in services.base.history.versions(EXAMPLE)][:2] == [NADIA.signature] * 2


def test_example_that_was_changed_since_is_not_deleted(recorder: Recorder, colleague: Recorder, services: Services):
    read = services.base.history.last_seq(EXAMPLE)
    colleague.send(changed(colleague, title="La sienne"), "publie")
    with pytest.raises(ChangedMeanwhileError):
        recorder.delete(EXAMPLE, read)


def test_draft_outlives_a_deletion_that_was_undone(recorder: Recorder):
    draft = changed(recorder, title="La mienne")
    recorder.restore(EXAMPLE, recorder.delete(EXAMPLE).after)
    assert recorder.send(draft, "publie").record_id == EXAMPLE


def test_new_example_is_taken_back_and_sent_again_as_often_as_one_likes(recorder: Recorder, services: Services):
    draft = begun(recorder)
    for _ in range(3):
        id_ = recorder.send(draft, "a-relire").record_id
        recorder.delete(id_)
        recorder.drafts.bring_back(draft.id)
        assert [kept.entry for kept in recorder.drafts.all()] == [ENTRY]
    recorder.send(draft, "publie")
    assert services.base.reader.case(draft.id).status == "publie"


def test_changed_example_is_taken_back_and_sent_again_as_often_as_one_likes(recorder: Recorder, services: Services):
    draft, before = changed(recorder, title="La mienne"), services.base.reader.case(SLUG)
    for _ in range(3):
        recorder.send(draft, "publie")
        recorder.restore(EXAMPLE, draft.seq)
        recorder.drafts.bring_back(draft.id)
        assert services.base.reader.case(SLUG) == before
        assert recorder.change(SLUG).id == draft.id
    recorder.send(draft, "publie")
    assert titles(services)[0] == "La mienne"


LEVER = "clspd"


def sent(recorder: Recorder) -> Written:
    return recorder.send(begun(recorder), "a-relire")


def published(recorder: Recorder) -> Written:
    before = sent(recorder)
    return recorder.review(before.record_id.partition(":")[2], "publie", before.after)


def completed(recorder: Recorder) -> Written:
    return recorder.complete(LocalComplement(LEVER, contacts="Poste 12"), 0)


def completed_again(recorder: Recorder) -> Written:
    return recorder.complete(LocalComplement(LEVER, contacts="Poste 13"), completed(recorder).after)


def restored(recorder: Recorder) -> Written:
    return recorder.restore(EXAMPLE, recorder.send(changed(recorder, title="Deux"), "publie").before)


def brought_back(recorder: Recorder) -> Written:
    return recorder.restore(EXAMPLE, recorder.delete(EXAMPLE).after)


def deleted(recorder: Recorder) -> Written:
    return recorder.delete(EXAMPLE)


def as_shipped_again(recorder: Recorder) -> Written:
    recorder.send(changed(recorder, title="Deux"), "publie")
    return recorder.return_to_original(EXAMPLE)


WRITES = (sent, published, completed, completed_again, restored, brought_back, deleted, as_shipped_again)


def present(services: Services, id_: str) -> Record | None:
    kind, _, slug = id_.partition(":")
    if kind == "local":
        complement = services.base.reader.complement(slug)
        return None if complement.empty else complement
    return services.base.reader.case(slug) if id_ in services.base.reader.ids() else None


@pytest.mark.parametrize("write", WRITES)
def test_any_write_is_undone(recorder: Recorder, services: Services, write: Callable[[Recorder], Written]):
    written = write(recorder)
    lines = {line.seq: line for line in services.base.history.versions(written.record_id)}
    assert lines[written.after].record == present(services, written.record_id) or write is deleted
    recorder.undo(written)
    before = lines.get(written.before)
    expected = before.record if before is not None and before.action != "delete" else None
    assert present(services, written.record_id) == expected


@pytest.mark.parametrize("write", WRITES)
def test_nothing_is_undone_over_what_somebody_wrote_since(
    recorder: Recorder, colleague: Recorder, services: Services, write: Callable[[Recorder], Written]
):
    written = write(recorder)
    id_, history = written.record_id, services.base.history
    colleague.restore(id_, history.last_seq(id_))
    before = present(services, id_), history.last_seq(id_)
    with pytest.raises(TooLateToUndoError, match=r"Rien n’a été annulé.*modifiée entre-temps par Bruno"):
        recorder.undo(written)
    assert (present(services, id_), history.last_seq(id_)) == before


def test_what_is_added_to_a_lever_is_not_written_over_what_was_not_read(recorder: Recorder, colleague: Recorder):
    completed(colleague)
    with pytest.raises(ChangedMeanwhileError):
        completed(recorder)


# With the years


def test_an_example_without_news_for_two_years_is_marked(recorder: Recorder, services: Services):
    id_ = recorder.send(begun(recorder), "publie").record_id
    assert "stale" not in {fact.kind for fact in services.sheet(id_).facts}
    with closing(sqlite3.connect(services.base.path)) as connection, connection:
        connection.execute("UPDATE journal SET at = '2023-03-01T10:00:00+00:00' WHERE record_id = ?", (id_,))
    (stale,) = (fact for fact in services.sheet(id_).facts if fact.kind == "stale")
    assert stale.label.replace("\u00a0", " ") == "À actualiser : sans nouvelle depuis mars 2023"
