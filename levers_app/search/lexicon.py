"""Every word of the base, for prefixes, typing errors and their right accents."""

from bisect import bisect_left, insort
from collections.abc import Iterable


class Lexicon:
    """Words, folded and sorted, with their accented form. It never changes."""

    def __init__(self, entries: Iterable[str]) -> None:
        """Read entries such as « securite sécurité »; of several accented forms the most accented stays."""
        self._accented = _accented_forms(entries)
        self._sorted = sorted(self._accented)

    def __contains__(self, word: str) -> bool:
        """Tell whether a folded word exists."""
        return word in self._accented

    def lists(self, entry: str) -> bool:
        """Tell whether the word of an entry is known."""
        return entry.partition(" ")[0] in self._accented

    def extended(self, entries: Iterable[str]) -> "Lexicon":
        """Return this lexicon with ``entries`` added."""
        added = _accented_forms(entries)
        if not added:
            return self
        new = Lexicon(())
        new._accented = self._accented | {
            folded: max(accented, self._accented.get(folded, ""), key=_accents) for folded, accented in added.items()
        }
        new._sorted = self._sorted.copy()
        for folded in added.keys() - self._accented.keys():
            insort(new._sorted, folded)
        return new

    def starting_with(self, beginning: str) -> list[str]:
        """Return the folded words that begin with ``beginning``, in alphabetical order."""
        start = bisect_left(self._sorted, beginning)
        return self._sorted[start : bisect_left(self._sorted, beginning + "\uffff", start)]

    def accented(self, word: str) -> str:
        """Return a folded word as the base writes it."""
        return self._accented.get(word, word)


def _accented_forms(entries: Iterable[str]) -> dict[str, str]:
    accented_forms: dict[str, str] = {}
    for entry in entries:
        folded, _, accented = entry.partition(" ")
        if _accents(accented) >= _accents(accented_forms.get(folded, "")):
            accented_forms[folded] = accented
    return accented_forms


def _accents(word: str) -> int:
    return sum(not character.isascii() for character in word)
