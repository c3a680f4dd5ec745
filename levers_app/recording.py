"""What happens to an example on its way: kept as a draft, sent to be read again, published, sent back, deleted.

Every step that others see is one write of the base, with its line in the journal.
"""

import dataclasses
from contextlib import suppress
from typing import TypeVar

from levers_app.catalogue.draft import Draft, Entry, case_of, cleaned, draft_of, faults, missing, new_draft
from levers_app.catalogue.errors import LeviersError, UnknownRecordError
from levers_app.catalogue.profile import Profile, read_profile
from levers_app.catalogue.records import CaseStudy, Lever, LocalComplement, Record, record_id
from levers_app.catalogue.typography import shortened
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.store.drafts import Drafts
from levers_app.store.errors import ChangedMeanwhileError, StorageError
from levers_app.store.opening import Base
from levers_app.store.personal import Personal
from levers_app.store.unsaved import UnsavedTexts

_PROFILE = "profile"
_PUBLISHED = "publie"
_FIELDS = {"period": "start", "source": "sources", "other_sources": "sources"}
"""Fields of the form, of those of a record that are called otherwise there."""


R = TypeVar("R", CaseStudy, Lever)


class UnfitDraftError(LeviersError):
    """A draft cannot be recorded as it is: ``key`` is its field, the message says what is wrong with it."""

    def __init__(self, key: str, reason: str) -> None:
        """Keep the field apart, so that the form can lead to it."""
        super().__init__(f"Rien n’a été enregistré\u00a0: {reason}. Ce que vous avez écrit est gardé.")
        self.key = key
        self.reason = reason


class TooLateToUndoError(LeviersError):
    """Someone wrote a record since what is to be undone: it is left as they wrote it."""

    def __init__(self, error: ChangedMeanwhileError) -> None:
        """``error`` says who, and whether they deleted it."""
        what = "supprimée" if error.deleted else "modifiée"
        whom = f" par {shortened(error.author)}" if error.author.strip() else ""
        where = "la corbeille" if error.deleted else "l’historique de la fiche"
        super().__init__(
            f"Rien n’a été annulé\u00a0: cette fiche a été {what} entre-temps{whom}, et reste telle quelle. "
            f"Les versions d’avant sont gardées\u00a0: ouvrez {where} pour en rétablir une."
        )


@dataclasses.dataclass(frozen=True, slots=True)
class Written:
    """A record that was written, the journal line that it had before (0 for a new one), and the one it has now."""

    record_id: str
    before: int
    after: int


class Recorder:
    """The way of an example from draft to published. Any thread may call it; writes may raise a ``StorageError``."""

    def __init__(self, base: Base, personal: Personal, vocabulary: Vocabulary) -> None:
        """Write into ``base``, as the person of ``personal``."""
        self._base = base
        self._personal = personal
        self._vocabulary = vocabulary
        self._profile: Profile | None = None
        self.drafts = Drafts(personal)
        self.unsaved = UnsavedTexts(personal)

    @property
    def profile(self) -> Profile:
        """Who uses the program: read once, the first time."""
        if self._profile is None:
            self._profile = read_profile(self._personal.setting(_PROFILE))
        return self._profile

    def set_profile(self, profile: Profile) -> None:
        """Keep who uses the program."""
        self._personal.set_setting(_PROFILE, dataclasses.asdict(profile))
        self._profile = profile

    def begin(self) -> Draft:
        """Return an empty draft; it is not kept before something is typed."""
        return new_draft(self.profile.organisation)

    def change(self, slug: str) -> Draft:
        """Return the draft that changes the example ``slug``: the one that was begun, or a new one.

        Raises:
            UnknownRecordError: there is no such example.
        """
        id_ = record_id("case", slug)
        kept = self.drafts.of_record(id_)
        if kept is not None:
            return kept
        seq = self._base.history.last_seq(id_)  # before the example: what is written between is then told, not lost
        return draft_of(self._base.reader.case(slug), seq)

    def send(self, draft: Draft, status: str, *, over: bool = False) -> Written:
        """Record the example that ``draft`` holds, with that status; the draft is done with.

        ``over`` records it even if someone changed the example since the draft was begun: their version stays in the
        history. Changes that were taken back since, by undoing or restoring, do not count.

        Raises:
            UnfitDraftError: something in it is missing, or cannot be recorded.
            PersonalDataError: something in it may say who or where somebody is, and was not confirmed.
            ChangedMeanwhileError: someone changed the example since, and not ``over``.
            StorageError: the base cannot be written; the draft is kept.
        """
        from levers_app.catalogue.guard import PersonalDataError, personal_data  # noqa: PLC0415 - start-up time

        _check_fit(draft.entry)
        if found := personal_data(draft.entry):
            raise PersonalDataError(found)
        case = self._checked(case_of(draft, status))
        if status == _PUBLISHED:
            case = dataclasses.replace(case, review_comment="")
        before = self._base.history.last_seq(case.id)
        expected = None if over else self._known(case.id, draft.seq)
        try:
            after = self._base.writer.save(case, self.profile.signature, expected=expected)
        except UnknownRecordError as error:
            if error.record_id == case.id:
                raise
            raise UnfitDraftError("levers", "un des leviers choisis n’est plus dans la base") from error
        with suppress(StorageError):  # the example is recorded: a draft too many is no reason to say that it is not
            self.drafts.settle(draft)
        return Written(case.id, before, after)

    def get_ready(self) -> None:
        """Import what the first sending needs, which takes seconds on a slow machine: call it while nobody waits."""
        from levers_app.catalogue import guard, validation  # noqa: F401, PLC0415 - see above
        from levers_app.store import writing  # noqa: F401, PLC0415 - the same

    def take_back(self, sent: Written, draft: Draft) -> None:
        """Undo :meth:`send`: the example is what it was before, and the draft is there again.

        Raises:
            TooLateToUndoError: someone wrote it since.
        """
        self.undo(sent)
        self.drafts.bring_back(draft.id)

    def undo(self, written: Written) -> None:
        """Undo a write: the record is what it was before, or is no more.

        Raises:
            TooLateToUndoError: someone wrote it since; nothing is changed.
        """
        id_, before, after = written.record_id, written.before, written.after
        try:
            if before and self._base.history.version(id_, before).action != "delete":
                self._base.writer.restore(id_, before, self.profile.signature, expected=after)
            elif id_.startswith("local:"):  # a complement that says nothing is none, and needs no place in the bin
                self.complete(LocalComplement(id_.partition(":")[2]), after)
            else:
                self.delete(id_, after)
        except ChangedMeanwhileError as error:
            raise TooLateToUndoError(error) from error

    def review(self, slug: str, status: str, seq: int, comment: str = "") -> Written:
        """Give the example of journal line ``seq`` another status, with what the reviewer says.

        Raises:
            UnknownRecordError: there is no such example.
            PersonalCommentError: what the reviewer says may tell who or where somebody is.
            ChangedMeanwhileError: it is no longer the one that was read.
        """
        from levers_app.catalogue.guard import check_comment  # noqa: PLC0415 - start-up time

        case = dataclasses.replace(self._base.reader.case(slug), status=status, review_comment=cleaned(comment))
        record = self._checked(case)
        check_comment(case.review_comment)
        return self._save(record, seq)

    def complete(self, complement: LocalComplement, seq: int) -> Written:
        """Keep what this organisation adds to a lever, in place of what line ``seq`` (0: none yet) says.

        Raises:
            UnknownRecordError: there is no such lever.
            ChangedMeanwhileError: what is added is no longer that of line ``seq``.
        """
        return self._save(complement, seq)

    def delete(self, id_: str, seq: int | None = None) -> Written:
        """Put a record, of journal line ``seq`` if that is given, into the bin.

        Raises:
            ChangedMeanwhileError: it is no longer the one of line ``seq``.
        """
        before = self._base.history.last_seq(id_) if seq is None else seq
        return Written(id_, before, self._base.writer.delete(id_, self.profile.signature, expected=before))

    def edit_lever(self, lever: Lever, seq: int) -> Written:
        """Keep a local version of the lever of journal line ``seq``.

        Raises:
            UnfitDraftError: something in it cannot be recorded.
            ChangedMeanwhileError: it is no longer the one of line ``seq``.
        """
        return self._save(self._checked(lever), seq)

    def return_to_original(self, id_: str) -> Written:
        """Make the shipped version of a record the present one again.

        Raises:
            UnknownRecordError: it is not one of those that are shipped.
        """
        original = self._base.history.original(id_)
        if original is None:
            raise UnknownRecordError(id_)
        return self._save(original, self._base.history.last_seq(id_))

    def restore(self, id_: str, seq: int) -> Written:
        """Make the version of journal line ``seq`` the present one again."""
        before = self._base.history.last_seq(id_)
        return Written(id_, before, self._base.writer.restore(id_, seq, self.profile.signature, expected=before))

    def _save(self, record: Record, seq: int) -> Written:
        return Written(record.id, seq, self._base.writer.save(record, self.profile.signature, expected=seq))

    def _known(self, id_: str, seq: int) -> int:
        """Return the last journal line of an example if it holds what line ``seq`` (0: none yet) held, else ``seq``."""
        if self._base.history.last_seq(id_) == seq:
            return seq
        versions = self._base.history.versions(id_)
        states: dict[int, Record | None] = {0: None}
        states |= {each.seq: None if each.action == "delete" else each.record for each in versions}
        last = max(states)
        return last if seq in states and states[seq] == states[last] else seq

    def _checked(self, record: R) -> R:
        # Behind the window: pydantic takes a tenth of a second to import.
        from levers_app.catalogue.validation import (  # noqa: PLC0415 - start-up time
            InvalidRecordError,
            check_record,
            encode_record,
            read_record,
        )

        try:
            read = read_record(type(record), _plain(encode_record(record)))
            check_record(read, self._vocabulary)
        except InvalidRecordError as error:
            key = error.key.partition(".")[0]
            raise UnfitDraftError(_FIELDS.get(key, key), error.reason) from error
        return read


def _check_fit(entry: Entry) -> None:
    """Refuse what would be recorded without something that is needed, or that was typed but cannot be read."""
    unfit = [(key, f"il manque {words}") for key, words in missing(entry).items()]
    unfit += [(key.partition(".")[0], said[0].lower() + said[1:].rstrip(".")) for key, said in faults(entry).items()]
    if unfit:
        raise UnfitDraftError(*unfit[0])


def _plain(value: object) -> object:
    """Return data as JSON gives them: lists, where records hold tuples."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, tuple) else value
