"""What was typed into a dialog about a record and not yet saved: personal, and kept while the person types."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from levers_app.store.personal import Personal

_KEY = "unsaved:"


@dataclass(frozen=True, slots=True)
class Unsaved:
    """The texts that were changed, by field; the journal line of the record that they change; when they were kept."""

    texts: Mapping[str, str]
    seq: int
    at: datetime


class UnsavedTexts:
    """Those of the personal file, one set a record. Any thread may call it; every call may raise a ``StorageError``."""

    def __init__(self, personal: Personal) -> None:
        """Use the file of ``personal``."""
        self._personal = personal

    def get(self, record_id: str) -> Unsaved | None:
        """Return what was typed about a record; None when nothing was, or when it is not as :meth:`keep` writes it."""
        return _unsaved(self._personal.setting(_KEY + record_id))

    def all(self) -> dict[str, Unsaved]:
        """Return what was typed about each record, the last kept first."""
        settings = self._personal.settings()
        found = {key.removeprefix(_KEY): _unsaved(value) for key, value in settings.items() if key.startswith(_KEY)}
        known = {id_: unsaved for id_, unsaved in found.items() if unsaved is not None}
        return dict(sorted(known.items(), key=lambda each: each[1].at, reverse=True))

    def keep(self, record_id: str, texts: Mapping[str, str], seq: int) -> datetime:
        """Write what was typed about a record, durable when this returns; no texts forget it. Return the time."""
        at = datetime.now(UTC)
        if texts:
            value = {"texts": dict(texts), "seq": seq, "at": at.isoformat(timespec="seconds")}
            self._personal.set_setting(_KEY + record_id, value)
        else:
            self.drop(record_id)
        return at

    def drop(self, record_id: str) -> None:
        """Forget what was typed about a record: it was saved, or is not wanted any more."""
        self._personal.drop_setting(_KEY + record_id)


def _unsaved(value: object) -> Unsaved | None:
    match value:
        case {"texts": dict(texts), "seq": int(seq), "at": str(at)} if all(isinstance(t, str) for t in texts.values()):
            with suppress(ValueError):
                return Unsaved(texts, seq, datetime.fromisoformat(at))
    return None
