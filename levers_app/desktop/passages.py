"""What was found in the texts of a sheet: plain data between the search and what draws the marks."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

Stretch = tuple[int, int]
"""First and last (excluded) place of some characters, as Qt counts them."""


class Passage(NamedTuple):
    """Words found next to each other, read as one thing: « gestion urbaine de proximité »."""

    words: tuple[Stretch, ...]

    @property
    def stretch(self) -> Stretch:
        """From the first word to the last."""
        return self.words[0][0], self.words[-1][1]


class Found(NamedTuple):
    """What a search found in a sheet: passages of each of its texts, and how many there are in the full sheet."""

    passages: tuple[tuple[Passage, ...], ...] = ()
    in_full: int = 0


class MarkedText(Protocol):
    """A text of the window on which passages can be shown; none of this changes the text itself."""

    def words(self) -> str:
        """Return the text, in which passages are looked for."""

    def show_marks(self, marks: Sequence[Stretch]) -> None:
        """Mark these words, and no others."""

    def show_current(self, stretch: Stretch | None) -> None:
        """Put a frame around the passage where the person is, or around none."""

    def reveal(self, position: int) -> None:
        """Bring a place of the text in sight."""
