"""The library: finds a record of any kind and lays out its sheet."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from levers_app.catalogue.errors import UnknownRecordError
from levers_app.catalogue.records import Attachment, Card, CaseStudy, record_id
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.sheets.case_sheet import case_sheet
from levers_app.sheets.complement import with_complement
from levers_app.sheets.document import AttachedItem, Document
from levers_app.sheets.inline import Sigles
from levers_app.sheets.lever_sheet import lever_sheet
from levers_app.sheets.parts import MOST_OF_AN_OUTCOME, House
from levers_app.sheets.problem_sheet import problem_sheet
from levers_app.sheets.term_sheet import term_sheet
from levers_app.sheets.text_sheet import text_sheet
from levers_app.store.attachments import Attachments, WrongReferenceError

if TYPE_CHECKING:
    from levers_app.store.reading import Reader


class Library:
    """Lays out the sheet of any record; any thread may ask.

    The glossary is read once: :meth:`refresh` forgets it after a write.
    """

    def __init__(self, reader: "Reader", vocabulary: Vocabulary, attachments: Path | None = None) -> None:
        """Read records through ``reader`` when a sheet is asked for, and nothing before.

        ``attachments`` is the folder of photos and documents; without it, sheets show none.
        """
        self._reader = reader
        self._vocabulary = vocabulary
        self._attachments = Attachments(attachments.absolute()) if attachments else None
        self._house: House | None = None
        self._makers: dict[str, Callable[[str], Document]] = {
            "lever": self._lever,
            "case": self._case,
            "text": self._text,
            "term": self._term,
            "problem": self._problem,
        }

    def sheet(self, record_id: str) -> Document:
        """Return the sheet of a lever, an example, a legal text, a glossary entry or a situation.

        Raises:
            UnknownRecordError: no record has that id.
        """
        kind, _, slug = record_id.partition(":")
        make = self._makers.get(kind)
        if make is None or not slug:
            raise UnknownRecordError(record_id)
        return make(slug)

    def title(self, record_id: str) -> str:
        """Return the title of a record of the base, without laying out its sheet; nothing when there is none."""
        card = self._reader.cards_of([record_id]).get(record_id)
        return card.title if card else ""

    def preview(self, case: CaseStudy, identifier: str) -> Document:
        """Return the sheet of an example that is still being written."""
        sheet = self._case_sheet(case, "Brouillon, que vous êtes seul à voir")
        return replace(sheet, id=identifier, title=sheet.title or "Sans titre")

    def picture(self, kept: Attachment) -> AttachedItem | None:
        """Return where a picture of the attachments lies; None when it can lie nowhere."""
        return _attached_item(self._attachments, kept) if self._attachments else None

    def refresh(self) -> None:
        """Forget what was read once: call it when records changed."""
        self._house = None

    def house(self) -> House:
        """Return what every sheet is written with."""
        house = self._house
        if house is None:
            house = self._house = House(self._vocabulary, Sigles(self._reader.glossary()))
        return house

    def _lever(self, slug: str) -> Document:
        lever = self._reader.lever(slug)
        cases = self._reader.cases_of_lever(slug, MOST_OF_AN_OUTCOME)
        partners = self._levers(combination.lever for combination in lever.combines_with)
        sheet = lever_sheet(lever, cases, partners, self.house(), self._origin(lever.id))
        return with_complement(sheet, self._reader.complement(slug), self.house())

    def _case(self, slug: str) -> Document:
        case = self._reader.case(slug)
        return self._case_sheet(case, self._origin(case.id))

    def _case_sheet(self, case: CaseStudy, origin: str) -> Document:
        return case_sheet(case, self._levers(case.levers), self.house(), origin, self._attached(case))

    def _attached(self, case: CaseStudy) -> list[AttachedItem]:
        """Return the photos and documents of an example; those that can lie nowhere are left out."""
        store = self._attachments
        return [item for kept in case.attachments if store and (item := _attached_item(store, kept))]

    def _text(self, slug: str) -> Document:
        text = self._reader.text(slug)
        levers = {citation.lever: self._reader.lever(citation.lever) for citation in text.citations}
        return text_sheet(text, levers, self.house(), "Texte rassemblé à partir des leviers qui le citent")

    def _term(self, slug: str) -> Document:
        term = self._reader.term(slug)
        return term_sheet(term, self._levers(term.see), self.house(), self._origin(term.id))

    def _problem(self, slug: str) -> Document:
        problem = self._vocabulary.problems.get(slug)
        if problem is None:
            raise UnknownRecordError(record_id("problem", slug))
        levers, cases = self._reader.levers_of_problem(slug), self._reader.cases_of_problem(slug, MOST_OF_AN_OUTCOME)
        return problem_sheet(problem, levers, cases, self.house())

    def _levers(self, slugs: Iterable[str]) -> dict[str, Card]:
        return self._reader.cards_of([record_id("lever", slug) for slug in slugs])

    def _origin(self, identifier: str) -> str:
        origin = self._reader.origin(identifier)
        if not origin.bundled:
            return "Fiche créée dans cette base"
        if not origin.edited:
            return "Fiche fournie avec Leviers, non modifiée"
        newer = ", une version plus récente existe" if origin.newer else ""
        return f"Fiche fournie avec Leviers, modifiée ici{newer}"


def _attached_item(store: Attachments, kept: Attachment) -> AttachedItem | None:
    try:
        path = store.path_of(kept)
    except WrongReferenceError:
        return None
    place = str(path) if path.is_file() else ""
    return AttachedItem(place, kept.name, kept.caption, kept.media, kept.size, kept.printed)
