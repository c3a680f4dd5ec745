"""The open base and everything that reads it, for the window and for the command line alike. No Qt here.

The library and the search engine are imported when they are first asked for: the home page of the window needs neither.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from levers_app.catalogue.errors import UnknownRecordError
from levers_app.catalogue.freshness import stale_before
from levers_app.catalogue.records import CaseStudy, Kind
from levers_app.catalogue.vocabulary import Vocabulary, load_vocabulary
from levers_app.paths import DataFolder, content_folder, language_folder
from levers_app.sheets.wording import counted, dated
from levers_app.store.errors import FullDiskError
from levers_app.store.opening import Base, open_base
from levers_app.store.personal import Personal

if TYPE_CHECKING:
    from levers_app.recording import Recorder
    from levers_app.search.engine import SearchEngine
    from levers_app.sheets.document import Document
    from levers_app.sheets.library import Library
    from levers_app.store.attachments import Attachments

Progress = Callable[[int, int], None]
_DONE = {"brouillon": "Renvoyé", "a-relire": "Envoyé"}

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
    def attachments(self) -> "Attachments":
        """The photos and documents of examples."""
        from levers_app.store.attachments import Attachments  # noqa: PLC0415 - see the module

        return Attachments(self.folder.attachments)

    @cached_property
    def engine(self) -> "SearchEngine":
        """Searches the base."""
        from levers_app.catalogue.language import load_language  # noqa: PLC0415 - see the module
        from levers_app.search.engine import SearchEngine  # noqa: PLC0415 - see the module

        language = load_language(self._content, language_folder())
        return SearchEngine(self.folder.index, self.base.reader, self.vocabulary, language)

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
        """Return what stands at the foot of printed pages: « Leviers · base locale, 45 leviers et 113 exemples »."""
        kinds = self.kinds()
        return f"Leviers · base locale, {counted(kinds['lever'], 'levier')} et {counted(kinds['case'], 'exemple')}"

    def close(self) -> None:
        """Give base and index back."""
        if "engine" in self.__dict__:
            self.engine.close()
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
        if document.kind != "case" or self.base.reader.origin(document.id).bundled:
            return document
        from levers_app.sheets.document import Fact  # noqa: PLC0415 - see the module

        last = self.base.history.last(document.id)
        if last is None or last.at >= stale_before(datetime.now(UTC)):
            return document
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
