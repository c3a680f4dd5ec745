"""What the rows measure on: a base with the shipped content, one with many examples more, and their documents."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.full_text import FullText
from benchmarks.generate import fill
from benchmarks.harness import decimal
from levers_app.app import open_folder
from levers_app.paths import DataFolder
from levers_app.search.documents import SearchText, search_text
from levers_app.search.results import IndexCondition
from levers_app.services import Services

_CHUNK = 1000


@dataclass
class Ground:
    """Folders for one run; each base is made when the first row asks for it.

    Attributes:
        root: where they are.
        count: examples added to the shipped ones.
        quick: fewer repetitions.
        sizes: other numbers of examples to measure with.
    """

    root: Path
    count: int
    quick: bool
    sizes: tuple[int, ...] = ()

    def repeat(self, times: int) -> int:
        """Return how often to repeat what deserves ``times``."""
        return max(3, times // 4) if self.quick else times

    def sized(self, count: int) -> "Ground":
        """Return the same with ``count`` examples, whose base lies beside."""
        return self if count == self.count else Ground(self.root, count, self.quick)

    @property
    def crowd(self) -> str:
        """« 10 000 exemples »."""
        return f"{decimal(self.count, 0)} exemples"

    @property
    def folder(self) -> Path:
        """The data folder with many examples, as it was left."""
        return self.root / f"nombreux-{self.count}"

    @property
    def many_folder(self) -> Path:
        """The same, ready for a window."""
        _ = self.many
        return self.folder

    @cached_property
    def filled(self) -> Services:
        """The base with many examples; its index is as it was left, or not there yet."""
        fill(self.folder, self.count)
        return open_folder(DataFolder(self.folder))

    @cached_property
    def many(self) -> Services:
        """The same, its index in step."""
        return _in_step(self.filled)

    @cached_property
    def shipped(self) -> Services:
        """The base with the shipped content alone, its index in step."""
        return _in_step(open_folder(DataFolder(self.root / "fourni")))

    def reference(self) -> FullText:
        """Return an empty table for the same documents, which the caller closes."""
        return FullText(self.root / "reference.db")

    def documents(self) -> Iterator[SearchText]:
        """Yield what is indexed of every record of the large base, read as the index reads it."""
        reader, vocabulary = self.filled.base.reader, self.filled.vocabulary
        ids = sorted(reader.ids())
        for start in range(0, len(ids), _CHUNK):
            for record in reader.records(ids[start : start + _CHUNK]):
                yield search_text(record, vocabulary)

    def close(self) -> None:
        """Give the bases back."""
        self.__dict__.pop("many", None)
        for name in ("filled", "shipped"):
            with suppress(KeyError):
                self.__dict__.pop(name).close()


def _in_step(services: Services) -> Services:
    services.follow_index(lambda _done, _total: None)
    if services.engine.status().condition is not IndexCondition.READY:
        raise RuntimeError(f"no index in {services.folder.root}")
    return services
