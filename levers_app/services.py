"""The open base and everything that reads it, for the window and for the command line alike. No Qt here.

The library and the search engine are imported when they are first asked for: the home page of the window needs neither.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from levers_app import __version__
from levers_app.catalogue.errors import UnknownRecordError
from levers_app.catalogue.records import CaseStudy, Kind
from levers_app.catalogue.vocabulary import Vocabulary, load_vocabulary
from levers_app.paths import DataFolder, content_folder, language_folder
from levers_app.sheets.wording import counted, dated
from levers_app.store.errors import FullDiskError, StorageError
from levers_app.store.opening import Base, open_base
from levers_app.store.personal import Personal

if TYPE_CHECKING:
    from levers_app.catalogue.brief import Brief
    from levers_app.insight.knowledge import Knowledge
    from levers_app.recording import Recorder
    from levers_app.search.engine import SearchEngine
    from levers_app.sheets.document import Document
    from levers_app.sheets.edition import Edition
    from levers_app.sheets.library import Library
    from levers_app.store.attachments import Attachments
    from levers_app.store.briefs import Briefs
    from levers_app.store.copies import Copies

_log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
_DONE = {"brouillon": "Renvoyé", "a-relire": "Envoyé"}
_MOST_CHANGED = 100
"""Journal lines after which all examples are read again rather than those that changed."""

_READ_ONLY = {
    (True, True): "Le dossier des données est en lecture seule\u00a0: vous pouvez chercher, lire et imprimer, "
    "mais vos favoris et vos lectures ne seront pas gardés.",
    (True, False): "La base est en lecture seule\u00a0: vous pouvez chercher, lire et imprimer, "
    "mais les fiches ne peuvent pas être modifiées.",
    (False, True): "Vos favoris et vos lectures ne seront pas gardés\u00a0: leur fichier est en lecture seule.",
}
"""What is said when (the base, the personal file) cannot be written."""
_FULL = (
    "Le disque est plein\u00a0: vos favoris et vos lectures ne seront pas gardés. "
    "Libérez de la place, puis relancez Leviers."
)
_READ_ONLY_ADVICE = "Ôtez la protection contre l’écriture, ou copiez le dossier ailleurs, puis relancez Leviers."


class Services:
    """What a session works with. Every method may be called from any thread.

    Attributes:
        folder: where the data are.
        base: the open base.
        personal: favourites, visits and settings of this person.
    """

    def __init__(self, folder: DataFolder, content: Path, base: Base, vocabulary: Vocabulary) -> None:
        """``content`` is the folder of the shipped content."""
        self.folder = folder
        self.base = base
        self.vocabulary = vocabulary
        self.personal = Personal(folder.personal)
        self._content = content
        self._known: tuple[int, Knowledge] | None = None

    @cached_property
    def recorder(self) -> "Recorder":
        """What this person writes."""
        from levers_app.recording import Recorder  # noqa: PLC0415 - see the module

        return Recorder(self.base, self.personal, self.vocabulary)

    @cached_property
    def library(self) -> "Library":
        """Lays out sheets."""
        from levers_app.sheets.library import Library  # noqa: PLC0415 - see the module

        return Library(self.base.reader, self.vocabulary, self.folder.attachments)

    @cached_property
    def briefs(self) -> "Briefs":
        """The notes of this person."""
        from levers_app.store.briefs import Briefs  # noqa: PLC0415 - see the module

        return Briefs(self.personal)

    @cached_property
    def attachments(self) -> "Attachments":
        """The photos and documents of examples."""
        from levers_app.store.attachments import Attachments  # noqa: PLC0415 - see the module

        return Attachments(self.folder.attachments)

    @cached_property
    def copies(self) -> "Copies":
        """Copies of photos and documents, for the programs of the system."""
        from levers_app.store.copies import Copies  # noqa: PLC0415 - see the module

        return Copies(self.folder.root)

    @cached_property
    def engine(self) -> "SearchEngine":
        """Searches the base."""
        from levers_app.catalogue.language import load_language  # noqa: PLC0415 - see the module
        from levers_app.search.engine import SearchEngine  # noqa: PLC0415 - see the module

        language = load_language(self._content, language_folder())
        return SearchEngine(self.folder.index, self.base.reader, self.vocabulary, language)

    def knowledge(self) -> "Knowledge":
        """Return what the base knows now, for ``insight``; it is read again when something was written since.

        It takes a while with many examples: the window asks for it on a worker.
        """
        from levers_app.insight.knowledge import Knowledge  # noqa: PLC0415 - see the module

        reader, known = self.base.reader, self._known
        last = reader.last_journal_line()  # before the records: what is written meanwhile is read next time
        seq = last.seq if last else 0
        if known is not None and known[0] == seq:
            return known[1]
        lines = reader.journal_after(known[0], _MOST_CHANGED) if known else ()
        ids = {line.record_id for line in lines}
        if known and 0 < len(lines) < _MOST_CHANGED and all(id_.startswith("case:") for id_ in ids):
            fresh = reader.cards_of(ids)
            knowledge = known[1].changed({id_: fresh.get(id_) for id_ in ids})
        else:
            knowledge = Knowledge(self.vocabulary, reader.levers(), reader.case_cards())
        self._known = (seq, knowledge)
        return knowledge

    def sheet(self, record_id: str) -> "Document":
        """Return the sheet of a record, or of a draft as it would be one.

        Raises:
            UnknownRecordError: there is no such record or draft.
        """
        kind, _, id_ = record_id.partition(":")
        if kind != "draft":
            return self._with_review(self._with_age(self._with_version(self.library.sheet(record_id))))
        draft = self.recorder.drafts.get(id_)
        if draft is None:
            raise UnknownRecordError(record_id)
        from levers_app.catalogue.draft import case_of  # noqa: PLC0415 - see the module

        return self.library.preview(case_of(draft), record_id)

    def edition(self, brief: "Brief", *, restricted: bool = False) -> "Edition":
        """Return a note with what it prints today; restricted examples are in it only when the person said so."""
        from levers_app.sheets.editing import Press, edition  # noqa: PLC0415 - see the module

        today = datetime.now().astimezone().date()
        return edition(brief, Press(self.sheet, self.library, self.brief_line(), today), restricted=restricted)

    def changed_in(self, brief: "Brief") -> dict[int, dict[str, int]]:
        """Return the places of a note whose records print something else since they were put there.

        Each has these records with their last journal line.
        """
        from levers_app.catalogue.brief import seen_in  # noqa: PLC0415 - see the module

        last = self.last_seq if brief.options.complements else self.base.history.last_seq
        found = {}
        for place, item in enumerate(brief.items):
            seen = ((record, seq) for record, seq in seen_in(item).items() if seq)
            if changed := {record: self.last_seq(record) for record, seq in seen if last(record) > seq}:
                found[place] = changed
        return found

    def last_seq(self, record: str) -> int:
        """Return the last journal line of a record or, if that is later, of what is added to it here."""
        kind, _, slug = record.partition(":")
        own = self.base.history.last_seq(record)
        return max(own, self.base.history.last_seq(f"local:{slug}")) if kind == "lever" else own

    def kinds(self) -> Mapping[Kind, int]:
        """Return the number of records of each kind."""
        return self.base.reader.counts()

    def status_line(self) -> str:
        """Return « Base locale · 45 leviers · 113 exemples · index à jour »; the index once it is in use."""
        kinds = self.kinds()
        base = "Base en lecture seule" if self.base.read_only else "Base locale"
        parts = [base, counted(kinds["lever"], "levier"), counted(kinds["case"], "exemple")]
        if "engine" in self.__dict__:
            parts.append(self._index_line())
        return " · ".join(parts)

    def read_only_notice(self) -> str:
        """Return what a person must know of data that cannot be written: what is lost, and what to do; else nothing."""
        refusal = self.personal.refusal
        if isinstance(refusal, FullDiskError) and not self.base.read_only:
            return _FULL
        said = _READ_ONLY.get((self.base.read_only, refusal is not None))
        return f"{said} {_READ_ONLY_ADVICE}" if said else ""

    def brief_line(self) -> str:
        """Return what stands at the foot of pages: « Leviers 0.1.0 · base locale, 45 leviers et 113 exemples »."""
        kinds = self.kinds()
        held = f"{counted(kinds['lever'], 'levier')} et {counted(kinds['case'], 'exemple')}"
        return f"Leviers {__version__} · base locale, {held}"

    def close(self) -> None:
        """Give base and index back."""
        if "engine" in self.__dict__:
            self.engine.close()
        if "copies" in self.__dict__:
            self.copies.close()
        self.personal.close()
        self.base.close()

    def follow_index(self, progress: Progress, cancelled: Callable[[], bool] = lambda: False) -> None:
        """Bring the index in step with the base: catch up, or build it anew, telling how far it is.

        Raises:
            LeviersError: it cannot be, or ``cancelled`` said so; searches answer with what is there.
        """
        from levers_app.search.results import IndexCondition  # noqa: PLC0415 - see the module

        usable = self.engine.open().condition is not IndexCondition.UNUSABLE
        if usable:
            self.engine.follow()
        if not usable or not self.engine.whole:
            self.engine.rebuild(progress, cancelled)

    def tidy(self) -> None:
        """Take away the files of attachments that nothing refers to any more, and what a killed session left.

        What cannot be read keeps all of them. Only the window of this data folder may call it.
        """
        from levers_app.store.unused import remove_unused  # noqa: PLC0415 - see the module

        try:
            self.copies.sweep()
            remove_unused(self.base, self.personal, self.attachments)
        except StorageError as error:  # nobody waits for this; « verifier » tells what is wrong
            _log.info("Not tidied: %s", error)

    def _with_version(self, document: "Document") -> "Document":
        """Say of a shipped sheet that this is the version made here, and whether the shipped one is newer."""
        origin = self.base.reader.origin(document.id)
        if not origin.edited:
            return document
        from levers_app.sheets.document import Fact  # noqa: PLC0415 - see the module

        label = "Votre version, Leviers en a une plus récente" if origin.newer else "Votre version"
        return replace(document, edited=True, facts=(*document.facts, Fact("edited", label)))

    def _with_age(self, document: "Document") -> "Document":
        """Say of an example written here that nothing was heard of it for a long time."""
        card = self.base.reader.cards_of([document.id]).get(document.id)
        last = self.base.history.last(document.id) if card is not None and card.stale else None
        if last is None:
            return document
        from levers_app.sheets.document import Fact  # noqa: PLC0415 - see the module

        since = dated(last.at.astimezone().year, last.at.astimezone().month)
        stale = Fact("stale", f"À actualiser\u00a0: sans nouvelle depuis {since}")
        return replace(document, facts=(*document.facts, stale))

    def _with_review(self, document: "Document") -> "Document":
        """Say of an example that is not published who did what last, and what was asked for."""
        status = next((fact.value for fact in document.facts if fact.kind == "status"), "")
        if not status:
            return document
        from levers_app.sheets.differences import told  # noqa: PLC0415 - see the module
        from levers_app.sheets.document import Review  # noqa: PLC0415 - see the module

        last = self.base.history.last(document.id)
        if last is None or not isinstance(last.record, CaseStudy):
            return document
        said = told(last, done=_DONE.get(status, ""))
        kept = tuple(f"«\u00a0{each.text}\u00a0» ({each.reason})" for each in last.record.confirmed)
        review = Review(status, said, last.record.review_comment, last.seq, kept)
        return replace(document, review=review)

    def _index_line(self) -> str:
        from levers_app.search.results import IndexCondition  # noqa: PLC0415 - see the module

        status = self.engine.status()
        if self.base.read_only and status.condition is IndexCondition.UNUSABLE:
            return "sans index\u00a0: titres et résumés seulement"
        return str(status)


def open_services(folder: DataFolder) -> Services:
    """Open the base of ``folder`` (created and filled at the first start) and join the parts that read it.

    Raises:
        LeviersError: the base or the content cannot be used; nothing was changed.
    """
    content = content_folder()
    vocabulary = load_vocabulary(content)
    return Services(folder, content, open_base(folder, content), vocabulary)
