"""Versions of records as « Historique », « Corbeille » and « Comparer à l’original » list them; read on a worker."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from levers_app.catalogue.brief import Brief
from levers_app.catalogue.draft import Draft, case_of
from levers_app.catalogue.records import RESTRICTED, CaseStudy, Record, record_id
from levers_app.desktop.brief_rows import Standing, item_rows, names_of
from levers_app.desktop.note_rows import note_name
from levers_app.desktop.place import BRIEF_MARK, DRAFT_MARK
from levers_app.sheets.differences import Difference, Names, differences, summary, told
from levers_app.sheets.wording import all_of, moment

if TYPE_CHECKING:
    from levers_app.services import Services
    from levers_app.store.history import Version


@dataclass(frozen=True, slots=True)
class VersionShown:
    """A version in the list: who wrote it and when, in a few words what it changed, and all of it.

    ``present`` is the one in use, which needs no way back. ``inside`` ones may not be copied: restricted, or a draft.
    """

    record_id: str
    seq: int
    told: str
    summary: str
    differences: Sequence[Difference]
    present: bool = False
    inside: bool = False


def versions(services: "Services", id_: str) -> list[VersionShown]:
    """Return every version of a record, and of what is added to it here, each with its changes; the newest first."""
    kind, _, slug = id_.partition(":")
    ids = (id_, record_id("local", slug)) if kind == "lever" else (id_,)
    return sorted((shown for each in ids for shown in _of_one(services, each)), key=lambda version: -version.seq)


def thrown_away(services: "Services") -> list[VersionShown]:
    """Return what was deleted: drafts, notes, and records."""
    records = (_shown(services, version, None) for version in services.base.history.bin())
    return [*_drafts(services), *thrown_notes(services), *records]


def thrown_notes(services: "Services") -> list[VersionShown]:
    """Return the notes that were thrown away, each with what it is made of; the last one first."""
    return [_note(services, brief) for brief in services.briefs.discarded()]


def local_version(services: "Services", id_: str) -> list[VersionShown]:
    """Return the version made here, with what it changed of the shipped one."""
    last = services.base.history.last(id_)
    if last is None:
        return []
    changed = differences(services.base.history.original(id_), last.record, _names(services, last))
    return [VersionShown(id_, last.seq, told(last), summary(changed), changed, inside=_stays(last))]


def _of_one(services: "Services", id_: str) -> Iterator[VersionShown]:
    found = services.base.history.versions(id_)
    for version, old in zip(found, (*found[1:], None), strict=True):
        # One version restricted is enough: the others say nearly the same.
        yield replace(_shown(services, version, old, present=version is found[0]), inside=any(map(_stays, found)))


def _drafts(services: "Services") -> Iterator[VersionShown]:
    names = Names(services.vocabulary, {})
    recorded, empty = services.base.reader.ids(), services.recorder.begin()
    for draft in services.recorder.drafts.discarded():
        if not draft.record and f"case:{draft.slug}" in recorded:
            continue  # earlier versions of the program put what was sent there too
        title = draft.entry.title.strip() or "Sans titre"
        changed = _rewritten(services, draft, names) if draft.record else _typed(draft, empty, names)
        yield VersionShown(DRAFT_MARK + draft.id, 0, "Brouillon jeté", title, changed, inside=True)


def _note(services: "Services", brief: Brief) -> VersionShown:
    rows = item_rows(brief, names_of(services, brief.records), Standing())
    made_of = tuple(all_of((row.title, row.detail)) for row in rows)
    content = Difference("Contenu", added=made_of, note="" if made_of else "Aucun élément")
    changed = f"Note jetée, modifiée {moment(datetime.fromisoformat(brief.at))}"
    cards = services.base.reader.cards_of(brief.records).values()
    inside = any(card.confidentiality == RESTRICTED for card in cards)
    return VersionShown(BRIEF_MARK + brief.id, 0, changed, note_name(brief), (content,), inside=inside)


def _rewritten(services: "Services", draft: Draft, names: Names) -> list[Difference]:
    """Return what a draft changes of the example that it was begun on."""
    versions_ = services.base.history.versions(draft.record)
    old, new = next((each.record for each in versions_ if each.seq == draft.seq), None), case_of(draft)
    if isinstance(old, CaseStudy):  # what the form does not have
        new = replace(new, status=old.status, review_comment=old.review_comment)
    return differences(old, new, names)


def _typed(draft: Draft, empty: Draft, names: Names) -> list[Difference]:
    """Return what the person wrote: not what every draft has from the start."""
    case = case_of(draft)
    typed = {change.label for change in differences(case_of(replace(empty, id=draft.id)), case, names)}
    return [change for change in differences(None, case, names) if change.label in typed]


def _shown(services: "Services", version: "Version", old: "Version | None", *, present: bool = False) -> VersionShown:
    changed = differences(old.record if old is not None else None, version.record, _names(services, version))
    words = _title(version.record) if old is None else summary(changed, version.action)
    return VersionShown(version.record.id, version.seq, told(version), words, changed, present, _stays(version))


def _stays(version: "Version") -> bool:
    return getattr(version.record, "confidentiality", "") == RESTRICTED


def _title(record: Record) -> str:
    return getattr(record, "title", "") or getattr(record, "term", "Chez nous")


def _names(services: "Services", version: "Version") -> Names:
    """Return what the slugs are called that a version bears."""
    levers = [record_id("lever", slug) for slug in getattr(version.record, "levers", ())]
    cards = services.base.reader.cards_of(levers).values()
    return Names(services.vocabulary, {card.id.removeprefix("lever:"): card.short or card.title for card in cards})
