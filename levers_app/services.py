"""The open base and everything that reads it, for the window and for the command line alike. No Qt here."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from levers_app.catalogue.records import Card
from levers_app.catalogue.synonyms import load_synonyms
from levers_app.catalogue.vocabulary import Vocabulary, load_vocabulary
from levers_app.paths import DataFolder, content_folder
from levers_app.search.engine import SearchEngine
from levers_app.search.results import IndexCondition
from levers_app.sheets.library import Library
from levers_app.sheets.wording import counted
from levers_app.store.opening import Base, open_base
from levers_app.store.personal import Personal

Progress = Callable[[int, int], None]


@dataclass
class Services:
    """What a session works with. Every method may be called from any thread.

    Attributes:
        folder: where the data are.
        base: the open base; ``library`` and ``engine`` read it.
        personal: favourites, visits and settings of this person.
    """

    folder: DataFolder
    base: Base
    vocabulary: Vocabulary
    library: Library
    engine: SearchEngine
    personal: Personal

    @cached_property
    def cards(self) -> Mapping[str, Card]:
        """Every record by its id, as lists need it."""
        return {card.id: card for card in self.base.reader.cards()}

    def reload(self) -> None:
        """Forget what was read, after a change of the base."""
        self.__dict__.pop("cards", None)
        self.library.refresh()

    def kinds(self) -> Mapping[str, int]:
        """Return the number of records of each kind."""
        return Counter(card.kind for card in self.cards.values())

    def status_line(self) -> str:
        """Return « Base locale · 45 leviers · 113 exemples · index à jour »."""
        kinds = self.kinds()
        parts = ("Base locale", counted(kinds["lever"], "levier"), counted(kinds["case"], "exemple"))
        return " · ".join((*parts, str(self.engine.status())))

    def brief_line(self) -> str:
        """Return what stands at the foot of printed pages: « Leviers · base locale, 45 leviers et 113 exemples »."""
        kinds = self.kinds()
        return f"Leviers · base locale, {counted(kinds['lever'], 'levier')} et {counted(kinds['case'], 'exemple')}"

    def close(self) -> None:
        """Give base and index back."""
        self.engine.close()
        self.base.close()

    def follow_index(self, progress: Progress) -> None:
        """Bring the index in step with the base: catch up, or build it anew, telling how far it is."""
        if self.engine.open().condition is IndexCondition.UNUSABLE:
            self.engine.rebuild(progress)
        else:
            self.engine.follow()


def open_services(folder: DataFolder) -> Services:
    """Open the base of ``folder`` (created and filled at the first start) and join the parts that read it.

    Raises:
        LeviersError: the base or the content cannot be used; nothing was changed.
    """
    content = content_folder()
    vocabulary = load_vocabulary(content)
    base = open_base(folder, content)
    library = Library(base.reader, vocabulary)
    engine = SearchEngine(folder.index, base.reader, vocabulary, load_synonyms(content))
    return Services(folder, base, vocabulary, library, engine, Personal(folder.personal))
