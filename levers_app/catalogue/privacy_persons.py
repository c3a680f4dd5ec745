"""Finds people who are named, for the privacy guard: after a civility, a role, a first name, or a name in capitals.

Texts come folded (``catalogue.privacy``): one kind of space, of apostrophe and of hyphen, no separate accents.
Every rule looks a few words around one word, so that the time grows with the text only.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from levers_app.catalogue import privacy_words as words
from levers_app.catalogue.privacy_names import first_names

Span = tuple[int, int]

_MOST_NAMES = 4
_BLANK = re.compile(r" {1,3}(?:\n {0,3})?|\n {0,3}")
_AFTER_CIVILITY = re.compile(r"\.? {0,3}(?:\n {0,3})?")
_AFTER_INITIAL = re.compile(r"\.(?: {0,2}|-)")
_APART = re.compile(r" ?[,:;(]\s{0,2}(?:«\s?)?| ?[-–]\s| ?«\s?")
_AGE = re.compile(r"\s?[,(]\s?\d{1,3}\s(?:ans|mois)\b")
_AND = re.compile(r" ?[,/&]\s?")
_ROMAN = re.compile(r"[IVX]+")


class _Word(NamedTuple):
    text: str
    key: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def capitals(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()

    @property
    def initial(self) -> bool:
        return len(self.text) == 1 and self.text.isupper()


def find_persons(text: str) -> Iterator[Span]:
    """Yield where ``text`` names somebody; spans may overlap."""
    reading = _Reading(text)
    for place in range(len(reading.words)):
        for rule in _RULES:
            yield from rule(reading, place)


class _Reading:
    """A text and its words, with what tells whether some of them are one name."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = [_Word(m[0], _key(m[0]), m.start(), m.end()) for m in _word_pattern().finditer(text)]

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
        gap = self.gap(place)
        if gap == "":
            return self.key(place - 1).endswith("'")
        before = self.words[place - 1] if place else None
        return bool(_BLANK.fullmatch(gap) or (before and before.initial and _AFTER_INITIAL.fullmatch(gap)))

    def span(self, first: int, end: int) -> Span:
        """Return the characters of the words from ``first`` to before ``end``, with the dot of a last initial."""
        last = self.words[end - 1]
        dot = last.initial and self.text[last.end : last.end + 1] == "."
        return self.words[first].start, last.end + dot

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

    def touches_figure(self, word: _Word) -> bool:
        around = self.text[max(word.start - 1, 0) : word.start] + self.text[word.end : word.end + 1]
        return any(character.isdigit() or character in "@#" for character in around)

    def surname(self, place: int, *, particles: bool = True, acronyms: bool = False) -> int:
        """Return the place after the name that begins at ``place``, such as « de la Roche » or « Le Gall »."""
        end = place
        for _ in range(_MOST_NAMES):
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
        if self.key(place) in {"le", "la", "les", "des"} and not self.words[place].capital:
            return place
        end = place
        while end - place < 3 and self.key(end) in words.PARTICLES and self.joined(end + 1):
            if "\n" in self.gap(end + 1) or ("\n" in self.gap(end) and self.key(end) in words.NOT_NAMES):
                return place
            end += 1
        return end if self.is_name(end) else place

    def _capital_particle(self, place: int) -> bool:
        return place < len(self.words) and self.words[place].capital

    def is_first_name(self, place: int) -> bool:
        """Tell whether the word at ``place`` is a known first name, or several with hyphens."""
        return 0 <= place < len(self.words) and _known(self.words[place].key)

    def plain(self, place: int) -> bool:
        """Tell whether the first name at ``place`` can hardly be anything else; « Marie-Rose » cannot."""
        return self.key(place) not in words.AMBIGUOUS

    def named_after(self, place: int) -> bool:
        """Tell whether a street, a school, a law… bears the name that begins at ``place``."""
        before = place - 1
        for _ in range(6):
            if before < 0 or not self.joined(before + 1):
                break
            key = self.key(before)
            if key in words.PLACES or key in words.PLURAL_PLACES or not words.PLACES.isdisjoint(key.split("-")):
                return True
            if key not in words.LINKS and key not in words.TITLES:
                break
            before -= 1
        return self._listed_after_places(place)

    def _listed_after_places(self, place: int) -> bool:
        """Tell whether the name ends a list such as « rues Victor Hugo, Mistral et Jean Moulin »."""
        for before in range(place - 1, max(place - 14, -1), -1):
            if not self.joined(before + 1) and not _AND.fullmatch(self.gap(before + 1)):
                return False
            if self.key(before) in words.PLURAL_PLACES:
                return True
            if not self.words[before].capital and self.key(before) not in words.LINKS:
                return False
        return False

    def of_organisation(self, end: int) -> bool:
        """Tell whether the capitals go on with a word that makes an organisation: « Lille Métropole Habitat »."""
        return end < len(self.words) and self.joined(end) and self.words[end].capital and not self._starts_line(end)

    def _starts_line(self, place: int) -> bool:
        return "\n" in self.gap(place)


def _civility(reading: _Reading, place: int) -> Iterator[Span]:
    """« M. Dupont », « Mme de La Tour », « M. et Mme Benali », « MM. Durand et Petit »."""
    start = reading.words[place].start
    if (
        not _is_civility(reading, place)
        or reading.named_after(place)
        or reading.text[max(start - 2, 0) : start].strip().isdigit()
    ):
        return
    name = _after_civilities(reading, place)
    if not name:
        return
    end = _civil_name(reading, place, name)
    if end and reading.key(place) in words.PLURAL_CIVILITIES:
        end = _listed_names(reading, end)
    if end:
        yield reading.span(place, end)


def _is_civility(reading: _Reading, place: int) -> bool:
    key = reading.key(place)
    if key not in words.CIVILITIES:
        return False
    return reading.words[place].text in words.SHORT_CIVILITIES.get(key, (reading.words[place].text,))


def _after_civilities(reading: _Reading, place: int) -> int:
    """Return the place of what comes after the civility, or after « M. et Mme », « Madame ou Monsieur »."""
    name = place + 1
    if reading.key(name) in {"et", "ou"} and _is_civility(reading, name + 1):
        name += 2
    elif _AND.fullmatch(reading.gap(name)) and _is_civility(reading, name):
        name += 1
    gap = reading.gap(name)
    return name if gap and _AFTER_CIVILITY.fullmatch(gap) else 0


def _civil_name(reading: _Reading, civility: int, name: int) -> int:
    """Return the place after the name; 0 for « Mme la préfète », « M. X » and a civility alone."""
    key, word = reading.key(name), reading.words[name]
    if word.capital or key in words.PARTICLES - {"le", "la", "les", "du", "des"}:
        end = reading.surname(name, acronyms=True)
        return 0 if end == name or (word.text in {"X", "N"} and end == name + 1) else end
    loose = reading.key(civility) in words.LOOSE_CIVILITIES and word.text.islower() and len(key) > 2
    known = words.NOT_NAMES | words.ROLES | words.WIDE_ROLES | words.LINKS
    return name + 1 if loose and key not in known and not key.endswith("'") else 0


def _listed_names(reading: _Reading, end: int) -> int:
    """Return the place after « Durand, Martin et Petit »."""
    for _ in range(8):
        following = end + (reading.key(end) in {"et", "ou"})
        if following == end and not _AND.fullmatch(reading.gap(end)):
            break
        after = reading.surname(following)
        if after == following:
            break
        end = after
    return end


def _role(reading: _Reading, place: int) -> Iterator[Span]:
    """« le gardien Benali », « la gardienne, Sylvie », « l’agent d’entretien karim »: the name without the role."""
    key = reading.key(place)
    if key not in words.ROLES and key not in words.WIDE_ROLES:
        return
    name, of_place = _after_role(reading, place)
    end = 0
    if reading.joined(name) and not of_place:
        end = _name_after_role(reading, name, strict=key in words.WIDE_ROLES)
    elif _APART.fullmatch(reading.gap(name)):
        end = _name_apart(reading, name)
    if end:
        yield reading.span(name, end)
        if key in words.PLURAL_ROLES:
            yield from _more_first_names(reading, end)


def _after_role(reading: _Reading, place: int) -> tuple[int, bool]:
    """Return the place after the role and its qualifiers, and whether they end with a place (« de la résidence »)."""
    end, of_place = place + 1, False
    while end - place < 7 and reading.key(end) in words.QUALIFIERS and reading.joined(end):
        if reading.words[end].capital:
            break
        of_place = reading.key(end) in words.PLACES and reading.key(end - 1) not in {"de", "d'", place}
        of_place = of_place and reading.key(end) not in {"social", "sociale"}
        end += 1
    return end, of_place or reading.key(end - 1) in words.LINKS


def _name_after_role(reading: _Reading, name: int, *, strict: bool) -> int:
    word = reading.words[name]
    if reading.is_first_name(name):
        if word.capital and (word.key not in words.NOT_NAMES):
            end = reading.surname(name)
            return end if end > name else name + 1
        return name + 1 + reading.is_first_name(name + 1) if reading.plain(name) else 0
    end = reading.surname(name, particles=word.capital)
    if end == name or reading.of_organisation(end):
        return 0
    return end if not strict or _in_two_writings(reading, name, end) else 0


def _in_two_writings(reading: _Reading, name: int, end: int) -> bool:
    """Tell whether a name is written « Zoltan ZORGLUB »."""
    return end > name + 1 and reading.words[end - 1].capitals and not reading.words[name].capitals


def _name_apart(reading: _Reading, name: int) -> int:
    """Return the place after a name set apart: « la gardienne, Sylvie, » but not « le gardien, Marine nationale »."""
    if not reading.is_first_name(name) or not reading.words[name].capital:
        return 0
    end = max(reading.surname(name), name + 1)
    alone = end == name + 1
    lower_follows = reading.joined(end)
    return 0 if alone and lower_follows and not reading.plain(name) else end


def _more_first_names(reading: _Reading, end: int) -> Iterator[Span]:
    """Yield the others of « les gardiens Karim, Sophie et Paul »."""
    for _ in range(8):
        name = end + (reading.key(end) in {"et", "ou"})
        if (name == end and not _AND.fullmatch(reading.gap(end))) or not reading.is_first_name(name):
            return
        if not reading.words[name].capital:
            return
        end = max(reading.surname(name), name + 1)
        yield reading.span(name, end)


def _family(reading: _Reading, place: int) -> Iterator[Span]:
    """« la famille Benali », « les époux Dupont », « un certain Dupont »: the name alone."""
    key, name = reading.key(place), place + 1
    called = key in words.CALLED and reading.key(place - 1) in {"un", "une", "le", "la", "du", "au"}
    if (key not in words.FAMILY and not called) or not reading.joined(name) or not reading.words[name].capital:
        return
    end = reading.surname(name)
    if end > name and not reading.of_organisation(end):
        yield reading.span(name, end)


def _first_name(reading: _Reading, place: int) -> Iterator[Span]:
    """« Karim Benali », « Jean-Pierre DUPONT », « Fatoumata D. », « karim Benali »."""
    word = reading.words[place]
    if not reading.is_first_name(place) or not reading.joined(place + 1) or word.key in words.NOT_NAMES:
        return
    plain = reading.plain(place)
    end = reading.surname(place + 1, particles=plain)
    if end == place + 1 and plain and _is_surname_in_capitals(reading, place):
        end += 1
    if end == place + 1 or not (word.capital or plain) or _is_roman(reading, place + 1):
        return
    if not _stands_alone(reading, place) or _is_famous(reading, place, end):
        return
    yield reading.span(place, end)


def _is_surname_in_capitals(reading: _Reading, place: int) -> bool:
    """Tell whether this is « Anna PLACE », though « Place » is no name."""
    first, name = reading.words[place : place + 2]
    organisation = name.key in words.ORGANISATIONS or is_acronym(name.text, name.key)
    return first.capital and not first.capitals and name.capitals and not organisation


def _first_name_alone(reading: _Reading, place: int) -> Iterator[Span]:
    """« Karim a vu », « Sophie, 45 ans », « témoigne Rose »: more is needed around a name that is a word too."""
    word = reading.words[place]
    if not reading.is_first_name(place) or not _stands_alone(reading, place):
        return
    if word.capitals or (word.text.islower() and (len(word.key) < 4 or word.key in words.WORDS_TOO)):
        return
    if _in_other_capitals(reading, place) or _is_famous(reading, place, place + 1) or reading.touches_figure(word):
        return
    told = reading.joined(place) and reading.key(place - 1) in words.SPEECH
    if reading.plain(place) or told or _AGE.match(reading.text, word.end):
        yield word.start, word.end


def _in_other_capitals(reading: _Reading, place: int) -> bool:
    """Tell whether other capitals make something else of the name: « Grand Nancy », « Taylor & Francis »."""
    following = place + 1 < len(reading.words) and reading.words[place + 1]
    if following and following.capital and (reading.joined(place + 1) or "&" in reading.gap(place + 1)):
        return "\n" not in reading.gap(place + 1)
    if not place or "&" in reading.gap(place):
        return place > 0
    before = reading.words[place - 1]
    return (
        before.capital and reading.joined(place) and before.key not in words.STARTERS and before.end - before.start > 1
    )


def _stands_alone(reading: _Reading, place: int) -> bool:
    """Tell whether no article, saint or place comes before the name."""
    article = reading.joined(place) and reading.key(place - 1) in words.ARTICLES
    return not article and not reading.named_after(place)


def _is_famous(reading: _Reading, place: int, end: int) -> bool:
    named = " ".join(word.key.replace("-", " ") for word in reading.words[place:end])
    return any(f"{named} ".startswith(f"{famous} ") for famous in _famous_from(named.split(" ", 1)[0]))


def _is_roman(reading: _Reading, place: int) -> bool:
    word = reading.words[place]
    return bool(_ROMAN.fullmatch(word.text)) and reading.text[word.end : word.end + 1] != "."


def _name_before_first_name(reading: _Reading, place: int) -> Iterator[Span]:
    """« DUPONT Sylvie », « LE GALL Yann », « DUPONT, Sylvie », « Benali Karim »."""
    first = _after_capitals(reading, place)
    if not first or not reading.words[first].capital or not _stands_alone(reading, place):
        return
    if _is_famous(reading, place, first + 1):
        return
    apart = _BLANK.fullmatch(reading.gap(first)) is None
    if apart and (reading.is_name(first + 1) and reading.joined(first + 1) or reading.is_first_name(place - 1)):
        return
    title_case = not reading.words[first - 1].capitals
    if (title_case or reading.words[first].capitals) and not (reading.plain(first) and not apart):
        return
    if title_case and reading.is_name(first + 1) and reading.joined(first + 1):
        return
    end = first + 1
    while end - first < 3 and reading.joined(end) and reading.is_first_name(end) and reading.words[end].capital:
        end += 1
    yield reading.span(place, end)


def _after_capitals(reading: _Reading, place: int) -> int:
    """Return the place of the first name after a name in capitals, or after one capitalised word; 0 without."""
    end = place
    while end - place < _MOST_NAMES:
        particle = reading.key(end) in words.PARTICLES and reading.words[end].text.isupper()
        if not particle and not (reading.is_name(end) and not reading.words[end].initial):
            return 0
        end += 1
        gap = reading.gap(end)
        if not reading.joined(end) and gap not in {", ", ",\n"}:
            return 0
        if not particle and reading.is_first_name(end):
            return end
        if not reading.words[end - 1].text.isupper() or gap.startswith(","):
            return 0
    return 0


def _name_before_initial(reading: _Reading, place: int) -> Iterator[Span]:
    """« BENALI K. » in a text that is not all in capitals."""
    word = reading.words[place]
    if not (word.capitals and len(word.text) > 3 and reading.is_name(place)) or reading.named_after(place + 1):
        return
    end = place + 1
    initial = (
        end < len(reading.words) and reading.words[end].initial and reading.text[reading.words[end].end :][:1] == "."
    )
    if (
        initial
        and reading.gap(end) == " "
        and not (place and reading.joined(place) and reading.words[place - 1].capitals)
    ):
        yield reading.span(place, end + 1)


def is_acronym(text: str, key: str) -> bool:
    """Tell whether a word in capitals is known as an acronym, or has no vowel, or is too short for a name."""
    if key in words.ACRONYMS or not set(key) & set("aeiouy"):
        return True
    return len(text) == 2 and key not in words.SHORT_NAMES


_RULES = (_civility, _role, _family, _first_name, _first_name_alone, _name_before_first_name, _name_before_initial)


@lru_cache(maxsize=4096)
def _key(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.replace("œ", "oe").replace("Œ", "OE"))
    return "".join(character for character in plain if not unicodedata.combining(character)).lower()


def _known(key: str) -> bool:
    names = first_names()
    return key in names or ("-" in key and all(part in names for part in key.split("-")))


@cache
def _famous_from(first: str) -> tuple[str, ...]:
    return tuple(name for name in words.FAMOUS if name.split(" ", 1)[0] == first)


@cache
def _word_pattern() -> re.Pattern[str]:
    """Words, with their hyphens; « N’Diaye » is one, « d’ » before « d’Agen » is one by itself."""
    letter = r"[^\W\d_]"
    upper = "".join(filter(str.isupper, map(chr, range(0x41, 0x250))))
    return re.compile(
        rf"[A-Z]'(?=[{upper}]){letter}+(?:-{letter}+)*|{letter}{{1,8}}'(?={letter})|{letter}+(?:-{letter}+)*"
    )
