"""A text as a row of words, and what can be told of each from its neighbours, for ``catalogue.privacy_persons``.

Texts come folded (``catalogue.privacy``): one kind of space, of apostrophe and of hyphen, no separate accents.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from levers_app.catalogue import privacy_words as words
from levers_app.catalogue.privacy_names import first_names
from levers_app.catalogue.privacy_surnames import surnames

Span = tuple[int, int]

AND = re.compile(r" ?[,/&]\s?")
"""What stands between two names of a list, beside « et »."""

MOST_NAMES = 4
"""Words that are looked at as one name, such as « Le Gall de Kerangal »."""
BLANK = re.compile(r" {1,3}(?:\n {0,3})?|\n {0,3}")
"""What may stand between two words of one name: at most one line break."""
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ı": "i"})
_AFTER_INITIAL = re.compile(r"\.(?: {0,2}|-)")


class Word(NamedTuple):
    """A word as written, folded for comparing, and where it stands."""

    text: str
    key: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """« Karim », « KARIM »."""
        return self.text[0].isupper()

    @property
    def capitals(self) -> bool:
        """« KARIM »."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def initial(self) -> bool:
        """« K », « J-P »."""
        return self.text.isupper() and (len(self.text) == 1 or (len(self.text) == 3 and self.text[1] == "-"))


class Reading:
    """A text and its words, with what tells whether some of them are one name."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = [Word(m[0], _key(m[0]), m.start(), m.end()) for m in _word_pattern().finditer(text)]
        self._lists_places = any(word.key in words.PLURAL_PLACES for word in self.words)
        self._joined = [self._is_joined(place) for place in range(len(self.words))]

    def key(self, place: int) -> str:
        """Return the folded word at ``place``; nothing beyond the first and the last."""
        return self.words[place].key if 0 <= place < len(self.words) else ""

    def gap(self, place: int) -> str:
        """Return what stands between the word at ``place`` and the one before it; a long gap is cut."""
        if not 0 < place < len(self.words):
            return "\0"
        end = self.words[place - 1].end
        return self.text[end : min(self.words[place].start, end + 9)]

    def joined(self, place: int) -> bool:
        """Tell whether only a space, a line break, an apostrophe or the dot of an initial is before this word."""
        return 0 <= place < len(self.words) and self._joined[place]

    def _is_joined(self, place: int) -> bool:
        gap = self.gap(place)
        if gap == " " or not place:
            return place > 0
        before = self.words[place - 1]
        if gap == "":
            return before.key.endswith("'")
        return bool(BLANK.fullmatch(gap) or (before.initial and _AFTER_INITIAL.fullmatch(gap)))

    def span(self, first: int, end: int) -> Span:
        """Return the characters of the words from ``first`` to before ``end``, with the dot of a last initial."""
        return self.words[first].start, self.words[end - 1].end + self.dotted(end - 1)

    def dotted(self, place: int) -> bool:
        """Tell whether the word at ``place`` is an initial with its dot: « K. »."""
        if not 0 <= place < len(self.words):
            return False
        word = self.words[place]
        return word.initial and self.text[word.end : word.end + 1] == "."

    def is_name(self, place: int, *, acronyms: bool = False) -> bool:
        """Tell whether the word at ``place`` may be the name of somebody, by its capitals; ``acronyms`` may be too."""
        if not 0 <= place < len(self.words):
            return False
        word = self.words[place]
        if word.initial:
            return self.is_initial(place)
        if not word.capital or word.key in words.NOT_NAMES or word.key.endswith("'"):
            return False
        if not acronyms and not words.NOT_NAMES.isdisjoint(word.key.split("-")):
            return False
        acronym = word.capitals and not acronyms and is_acronym(word.text, word.key)
        return not acronym and not self.touches_figure(word)

    def is_initial(self, place: int) -> bool:
        """Tell whether the single capital at ``place`` is an initial: « D. », « D » before no figure or sign."""
        word = self.words[place]
        after = self.text[word.end : word.end + 2]
        if after.startswith("."):
            return not after[1:].isdigit()
        return word.text not in "IVXYZÀ" and not self.touches_figure(word) and not re.match(r"[+&/'-]| \d", after)

    def touches_figure(self, word: Word) -> bool:
        """Tell whether a figure or the sign of an account stands right beside ``word``: « Rue89 », « @karim »."""
        around = self.text[max(word.start - 1, 0) : word.start] + self.text[word.end : word.end + 1]
        return any(character.isdigit() or character in "@#" for character in around)

    def surname(self, place: int, *, particles: bool = True, acronyms: bool = False) -> int:
        """Return the place after the name that begins at ``place``, such as « de la Roche » or « Le Gall »."""
        end = place
        for _ in range(MOST_NAMES):
            start = self._after_particles(end) if particles or self._capital_particle(end) else end
            if (start > place and not self.joined(start)) or not self.is_name(start, acronyms=acronyms):
                break
            if end > place and self.words[end - 1].capitals and not self.words[start].capitals:
                break
            end = start + 1
            if not self.joined(end):
                break
        return end

    def _after_particles(self, place: int) -> int:
        key = self.key(place)
        if key not in words.PARTICLES or (key in {"le", "la", "les", "des"} and not self.words[place].capital):
            return place
        end = place
        while end - place < 3 and self.key(end) in words.PARTICLES and self.joined(end + 1):
            if "\n" in self.gap(end + 1) or ("\n" in self.gap(end) and self.key(end) in words.NOT_NAMES):
                return place
            end += 1
        return end if self.is_name(end) else place

    def _capital_particle(self, place: int) -> bool:
        return place < len(self.words) and self.words[place].capital

    def is_known(self, place: int) -> bool:
        """Tell whether the word at ``place`` is a known first name or surname, or several with hyphens."""
        return 0 <= place < len(self.words) and _known(self.words[place].key)

    def is_surname(self, place: int) -> bool:
        """Tell whether the word at ``place`` is a known surname."""
        return self.key(place) in surnames()

    def plain(self, place: int) -> bool:
        """Tell whether the known name at ``place`` can hardly be anything else; « Marie-Rose » cannot."""
        return self.key(place) not in words.AMBIGUOUS

    def named_after(self, place: int) -> bool:
        """Tell whether a street, a school, a law… bears the name that begins at ``place``."""
        before = place - 1
        for _ in range(6):
            if before < 0 or not self.joined(before + 1):
                break
            key = self.key(before)
            if self._gives_name(before) or (before == place - 1 and self._names_directly(before)):
                return True
            if key not in words.LINKS and key not in words.TITLES:
                break
            before -= 1
        return self._lists_places and self._listed_after_places(place)

    def _names_directly(self, place: int) -> bool:
        """« loi Vivien », « centre culturel Aragon », but not « assistante sociale Nathalie »."""
        of_somebody = self.key(place - 1) in words.ROLES or self.key(place - 1) in words.WIDE_ROLES
        return self.key(place) in words.NAMED_DIRECTLY and not of_somebody

    def _gives_name(self, place: int) -> bool:
        key = self.key(place)
        return key in words.PLURAL_PLACES or not words.PLACES.isdisjoint((key, *key.split("-")))

    def _listed_after_places(self, place: int) -> bool:
        """Tell whether the name ends a list such as « rues Victor Hugo, Mistral et Jean Moulin »."""
        for before in range(place - 1, max(place - 14, -1), -1):
            if not self.joined(before + 1) and not AND.fullmatch(self.gap(before + 1)):
                return False
            if self.key(before) in words.PLURAL_PLACES:
                return True
            if not self.words[before].capital and self.key(before) not in words.LINKS | {"et", "ou"}:
                return False
        return False

    def next_listed(self, end: int) -> int:
        """Return the place after « et » or a comma; 0 when the list ends."""
        if self.key(end) in {"et", "ou"} and self.joined(end) and self.joined(end + 1):
            return end + 1
        return end if AND.fullmatch(self.gap(end)) else 0

    def of_organisation(self, end: int) -> bool:
        """Tell whether the capitals go on with a word that makes an organisation: « Lille Métropole Habitat »."""
        goes_on = end < len(self.words) and self.joined(end) and self.words[end].capital
        return goes_on and "\n" not in self.gap(end)


def is_acronym(text: str, key: str) -> bool:
    """Tell whether a word in capitals is known as an acronym, or has no vowel, or is too short for a name."""
    if key in words.ACRONYMS or not set(key) & set("aeiouy"):
        return True
    return len(text) == 2 and key not in words.SHORT_NAMES


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern, compiled when first needed: the window shows before any text needs it."""
    return re.compile(pattern)


def lowered(text: str) -> str:
    """Return ``text`` in small letters, a character each: a pattern is quicker when it need not mind the case."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(sign.lower()[0] for sign in text)  # « İ » has two


_SENTENCE_END = re.compile(r"[.!?;:\n]")


def tells_of_a_thing(text: str, place: int) -> bool:
    """Tell whether what is said at ``place`` is said of a thing: « l’association, née… », « la tour surnommée… ».

    « Un habitant du quartier, né… » tells of a person: what follows « du » or « dans le » is not what is spoken of.
    """
    before = _SENTENCE_END.split(text[max(place - 160, 0) : place])[-1]
    written = [word[0] for word in _word_pattern().finditer(before)]
    said = [_key(word) for word in written]
    for at in range(len(said) - 1, -1, -1):
        if _is_complement(said[max(at - 2, 0) : at]):
            continue
        if said[at] in words.PEOPLE or _known(said[at]):
            return False
        one = said[at].rstrip("s")
        if said[at] in words.THINGS or one in words.THINGS or one in words.PLACES:
            return True
        if len(said[at]) > 1 and written[at].isupper() and is_acronym(written[at], said[at]):
            return True
    return False


def _is_complement(led: Sequence[str]) -> bool:
    """Tell whether what comes after two words is no subject: after « habitant du », « dans la »."""
    if len(led) < 2:
        return False
    return led[1] in words.COMPLEMENTS or (led[0] in words.COMPLEMENTS and led[1] in words.ARTICLES)


@lru_cache(maxsize=4096)
def _key(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.lower().translate(_LETTERS))
    return "".join(character for character in plain if not unicodedata.combining(character))


def _known(key: str) -> bool:
    names = _known_names()
    return key in names or ("-" in key and all(part in names for part in key.split("-")))


@cache
def _known_names() -> frozenset[str]:
    return first_names() | surnames()


@cache
def _word_pattern() -> re.Pattern[str]:
    """Words, with their hyphens; « N’Diaye » is one, « d’ » before « d’Agen » is one by itself."""
    letter = r"[^\W\d_]"
    upper = "".join(filter(str.isupper, map(chr, range(0x41, 0x250))))
    return re.compile(
        rf"[A-Z]'(?=[{upper}]){letter}+(?:-{letter}+)*|{letter}{{1,8}}'(?={letter})|{letter}+(?:-{letter}+)*"
    )
