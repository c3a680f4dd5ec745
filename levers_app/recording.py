"""What happens to an example on its way: kept as a draft, sent to be read again, published, sent back, deleted.

Every step that others see is one write of the base, with its line in the journal.
"""

import dataclasses

from levers_app.catalogue.draft import Draft, case_of, draft_of, new_draft
from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.profile import Profile, read_profile
from levers_app.catalogue.records import CaseStudy, record_id
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.store.drafts import Drafts
from levers_app.store.opening import Base
from levers_app.store.personal import Personal

_PROFILE = "profile"


class UnfitDraftError(LeviersError):
    """A draft cannot be recorded as it is: ``key`` is its field, the message says what is wrong with it."""

    def __init__(self, key: str, reason: str) -> None:
        """Keep the field apart, so that the form can lead to it."""
        super().__init__(f"L’exemple n’a pas été enregistré\u00a0: {reason}. Votre brouillon est gardé.")
        self.key = key
        self.reason = reason


class Recorder:
    """The way of an example from draft to published. Any thread may call it; writes may raise a ``StorageError``."""

    def __init__(self, base: Base, personal: Personal, vocabulary: Vocabulary) -> None:
        """Write into ``base``, as the person of ``personal``."""
        self._base = base
        self._personal = personal
        self._vocabulary = vocabulary
        self.drafts = Drafts(personal)

    @property
    def profile(self) -> Profile:
        """Who uses the program."""
        return read_profile(self._personal.setting(_PROFILE))

    def set_profile(self, profile: Profile) -> None:
        """Keep who uses the program."""
        self._personal.set_setting(_PROFILE, dataclasses.asdict(profile))

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

    def send(self, draft: Draft, status: str, *, over: bool = False) -> str:
        """Record the example that ``draft`` holds, with that status, and return its id; the draft is done with.

        ``over`` records it even if someone changed the example since the draft was begun: their version stays in the
        history.

        Raises:
            PersonalDataError: something in it may say who or where somebody is, and was not confirmed.
            UnfitDraftError: something in it cannot be recorded.
            ChangedMeanwhileError: someone changed the example since, and not ``over``.
            StorageError: the base cannot be written; the draft is kept.
        """
        from levers_app.catalogue.guard import PersonalDataError, personal_data  # noqa: PLC0415 - start-up time

        if found := personal_data(draft.entry):
            raise PersonalDataError(found)
        case = self._checked(case_of(draft, status))
        expected = None if over else draft.seq
        self._base.writer.save(case, self.profile.signature, expected=expected)
        self.drafts.discard(draft.id)
        return case.id

    def review(self, slug: str, status: str, seq: int, comment: str = "") -> str:
        """Give the example of journal line ``seq`` another status, with what the reviewer says; return its id.

        Raises:
            UnknownRecordError: there is no such example.
            ChangedMeanwhileError: it is no longer the one that was read.
        """
        case = dataclasses.replace(self._base.reader.case(slug), status=status, review_comment=comment)
        self._base.writer.save(self._checked(case), self.profile.signature, expected=seq)
        return case.id

    def delete(self, id_: str, seq: int | None = None) -> int:
        """Put a record, of journal line ``seq`` if that is given, into the bin; return the line of that.

        Raises:
            ChangedMeanwhileError: it is no longer the one of line ``seq``.
        """
        return self._base.writer.delete(id_, self.profile.signature, expected=seq)

    def restore(self, id_: str, seq: int) -> None:
        """Make the version of journal line ``seq`` the present one again."""
        self._base.writer.restore(id_, seq, self.profile.signature)

    def _checked(self, case: CaseStudy) -> CaseStudy:
        # Behind the window: pydantic takes a tenth of a second to import.
        from levers_app.catalogue.validation import (  # noqa: PLC0415 - start-up time
            InvalidRecordError,
            check_record,
            encode_record,
            read_record,
        )

        try:
            read = read_record(CaseStudy, _plain(encode_record(case)))
            check_record(read, self._vocabulary)
        except InvalidRecordError as error:
            raise UnfitDraftError(error.key.partition(".")[0], error.reason) from error
        return read


def _plain(value: object) -> object:
    """Return data as JSON gives them: lists, where records hold tuples."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, tuple) else value
