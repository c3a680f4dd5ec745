"""Finds people who are named, for the privacy guard: after a civility, a role, a first name, or a name in capitals.

Every rule looks a few words around one word, so that the time grows with the text only.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from levers_app.catalogue import privacy_words as words
from levers_app.catalogue.privacy_reading import AND, BLANK, Reading, Span, is_acronym

_MOST_NAMES = 4
_AFTER_CIVILITY = re.compile(r"\.? {0,3}(?:\n {0,3})?")
_APART = re.compile(r" ?[,:;(]\s{0,2}(?:«\s?)?| ?[-–]\s| ?«\s?")
_ROMAN = re.compile(r"[IVX]+")
_AGE = re.compile(r"\s?[,(]\s?\d{1,3}\s(?:ans|mois)\b")


def find_persons(text: str) -> Iterator[Span]:
    """Yield where ``text`` names somebody; spans may overlap."""
    reading = Reading(text)
    for place, word in enumerate(reading.words):
        if word.capital or word.key in words.LEADS or reading.is_first_name(place):
            for rule in _RULES:
                yield from rule(reading, place)


def _civility(reading: Reading, place: int) -> Iterator[Span]:
    """« M. Dupont », « Mme de La Tour », « M. et Mme Benali », « MM. Durand et Petit »."""
    if not _is_civility(reading, place) or reading.named_after(place):
        return
    name = _after_civilities(reading, place)
    end = _civil_name(reading, place, name) if name else 0
    if end and reading.key(place) in words.PLURAL_CIVILITIES:
        end = _listed_names(reading, end)
    if end:
        yield reading.span(place, end)


def _is_civility(reading: Reading, place: int) -> bool:
    """Tell whether the word at ``place`` is one, and not the « M. » of « 12 M. d’euros »."""
    key = reading.key(place)
    if key not in words.CIVILITIES:
        return False
    start = reading.words[place].start
    if reading.text[max(start - 2, 0) : start].strip().isdigit():
        return False
    return reading.words[place].text in words.SHORT_CIVILITIES.get(key, (reading.words[place].text,))


def _after_civilities(reading: Reading, place: int) -> int:
    """Return the place of what comes after the civility, or after « M. et Mme », « Madame ou Monsieur »."""
    name = place + 1
    if reading.key(name) in {"et", "ou"} and _is_civility(reading, name + 1):
        name += 2
    elif AND.fullmatch(reading.gap(name)) and _is_civility(reading, name):
        name += 1
    gap = reading.gap(name)
    return name if gap and _AFTER_CIVILITY.fullmatch(gap) else 0


def _civil_name(reading: Reading, civility: int, name: int) -> int:
    """Return the place after the name; 0 for « Mme la préfète », « M. X » and a civility alone."""
    key, word = reading.key(name), reading.words[name]
    if word.capital or key in words.PARTICLES - {"le", "la", "les", "du", "des"}:
        end = reading.surname(name, acronyms=True)
        return 0 if end == name or (word.text in {"X", "Y", "Z", "N"} and end == name + 1) else end
    loose = reading.key(civility) in words.LOOSE_CIVILITIES and word.text.islower() and len(key) > 2
    return name + 1 if loose and key not in words.NOT_AFTER_CIVILITY and not key.endswith("'") else 0


def _listed_names(reading: Reading, end: int) -> int:
    """Return the place after « Durand, Martin et Petit »."""
    for _ in range(8):
        following = _next_listed(reading, end)
        if not following:
            break
        after = reading.surname(following)
        if after == following:
            break
        end = after
    return end


def _next_listed(reading: Reading, end: int) -> int:
    """Return the place after « et » or a comma; 0 when the list ends."""
    if reading.key(end) in {"et", "ou"} and reading.joined(end) and reading.joined(end + 1):
        return end + 1
    return end if AND.fullmatch(reading.gap(end)) else 0


def _role(reading: Reading, place: int) -> Iterator[Span]:
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


def _after_role(reading: Reading, place: int) -> tuple[int, bool]:
    """Return the place after the role and its qualifiers, and whether they end with a place (« de la résidence »)."""
    end, of_place = place + 1, False
    while end - place < 7 and reading.key(end) in words.QUALIFIERS and reading.joined(end):
        if reading.words[end].capital:
            break
        of_place = reading.key(end) in words.PLACES and reading.key(end - 1) not in {"de", "d'"}
        end += 1
    return end, of_place or reading.key(end - 1) in words.LINKS


def _name_after_role(reading: Reading, name: int, *, strict: bool) -> int:
    word = reading.words[name]
    if reading.is_first_name(name):
        if word.capital:
            end = reading.surname(name)
            return end if end > name else name + 1
        return name + 1 + reading.is_first_name(name + 1) if reading.plain(name) else 0
    end = reading.surname(name, particles=word.capital)
    if end == name or reading.of_organisation(end):
        return 0
    return end if not strict or _in_two_writings(reading, name, end) else 0


def _in_two_writings(reading: Reading, name: int, end: int) -> bool:
    """Tell whether a name is written « Zoltan ZORGLUB »."""
    return end > name + 1 and reading.words[end - 1].capitals and not reading.words[name].capitals


def _name_apart(reading: Reading, name: int) -> int:
    """Return the place after a name set apart: « la gardienne, Sylvie, » but not « le gardien, Marine nationale »."""
    if not reading.is_first_name(name) or not reading.words[name].capital:
        return 0
    end = max(reading.surname(name), name + 1)
    alone = end == name + 1
    lower_follows = reading.joined(end)
    return 0 if alone and lower_follows and not reading.plain(name) else end


def _more_first_names(reading: Reading, end: int) -> Iterator[Span]:
    """Yield the others of « les gardiens Karim, Sophie et Paul »."""
    for _ in range(8):
        name = _next_listed(reading, end)
        if not name or not reading.is_first_name(name) or not reading.words[name].capital:
            return
        end = max(reading.surname(name), name + 1)
        yield reading.span(name, end)


def _family(reading: Reading, place: int) -> Iterator[Span]:
    """« la famille Benali », « les époux Dupont », « un certain Dupont »: the name alone."""
    key, name = reading.key(place), place + 1
    called = key in words.CALLED and reading.key(place - 1) in {"un", "une", "le", "la", "du", "au"}
    if (key not in words.FAMILY and not called) or not reading.joined(name) or not reading.words[name].capital:
        return
    end = reading.surname(name)
    if end > name and not reading.of_organisation(end):
        yield reading.span(name, end)


def _first_name(reading: Reading, place: int) -> Iterator[Span]:
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


def _is_surname_in_capitals(reading: Reading, place: int) -> bool:
    """Tell whether this is « Anna PLACE », though « Place » is no name."""
    first, name = reading.words[place : place + 2]
    organisation = name.key in words.ORGANISATIONS or is_acronym(name.text, name.key)
    return first.capital and not first.capitals and name.capitals and not organisation


def _first_name_alone(reading: Reading, place: int) -> Iterator[Span]:
    """« Karim a vu », « Sophie, 45 ans », « témoigne Rose »: more is needed around a name that is a word too."""
    word = reading.words[place]
    if not reading.is_first_name(place) or not _stands_alone(reading, place):
        return
    if word.capitals or (word.text.islower() and (len(word.key) < 4 or word.key in words.WORDS_TOO)):
        return
    if _in_other_capitals(reading, place) or _is_famous(reading, place, place + 1) or reading.touches_figure(word):
        return
    told = reading.joined(place) and reading.key(place - 1) in words.SPEECH
    if reading.plain(place) or (word.capital and (told or _AGE.match(reading.text, word.end))):
        yield word.start, word.end


def _in_other_capitals(reading: Reading, place: int) -> bool:
    """Tell whether other capitals make something else of the name: « Grand Nancy », « Taylor & Francis »."""
    if "&" in reading.gap(place) + reading.gap(place + 1) or reading.of_organisation(place + 1):
        return True
    if not place or not reading.joined(place):
        return False
    before = reading.words[place - 1]
    return before.capital and not before.initial and before.key not in words.STARTERS


def _stands_alone(reading: Reading, place: int) -> bool:
    """Tell whether no article, saint or place comes before the name."""
    article = reading.joined(place) and reading.key(place - 1) in words.ARTICLES
    return not article and not reading.named_after(place)


def _is_famous(reading: Reading, place: int, end: int) -> bool:
    named = " ".join(word.key.replace("-", " ") for word in reading.words[place:end])
    return any(f"{named} ".startswith(f"{famous} ") for famous in _famous().get(named.split(" ", 1)[0], ()))


def _is_roman(reading: Reading, place: int) -> bool:
    word = reading.words[place]
    return bool(_ROMAN.fullmatch(word.text)) and reading.text[word.end : word.end + 1] != "."


def _name_before_first_name(reading: Reading, place: int) -> Iterator[Span]:
    """« DUPONT Sylvie », « LE GALL Yann », « DUPONT, Sylvie », « Benali Karim »."""
    first = _after_capitals(reading, place)
    if not first or not reading.words[first].capital or not _stands_alone(reading, place):
        return
    if _is_famous(reading, place, first + 1):
        return
    apart = BLANK.fullmatch(reading.gap(first)) is None
    goes_on = reading.is_name(first + 1) and reading.joined(first + 1)
    if apart and (goes_on or reading.is_first_name(place - 1)):
        return
    title_case = not reading.words[first - 1].capitals
    if (title_case or reading.words[first].capitals) and not (reading.plain(first) and not apart):
        return
    if title_case and goes_on:
        return
    end = first + 1
    while end - first < 3 and reading.joined(end) and reading.is_first_name(end) and reading.words[end].capital:
        end += 1
    yield reading.span(place, end)


def _after_capitals(reading: Reading, place: int) -> int:
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


def _name_before_initial(reading: Reading, place: int) -> Iterator[Span]:
    """« BENALI K. » in a text that is not all in capitals."""
    word = reading.words[place]
    if not word.capitals or len(word.text) < 4 or not reading.dotted(place + 1) or reading.gap(place + 1) != " ":
        return
    all_capitals = place > 0 and reading.joined(place) and reading.words[place - 1].capitals
    if reading.is_name(place) and not all_capitals and not reading.named_after(place + 1):
        yield reading.span(place, place + 2)


def _initials_before_name(reading: Reading, place: int) -> Iterator[Span]:
    """« par K. Traoré », « (J.-P. Dupont) », but not the heading « B. Moyens »."""
    before = reading.key(place - 1) in words.BEFORE_INITIALS if reading.joined(place) else _opens(reading, place)
    name = place
    while name - place < 3 and reading.dotted(name) and reading.joined(name + 1):
        name += 1
    if name == place or not before or not reading.is_name(name) or reading.words[name].initial:
        return
    if len(reading.words[name].text) > 2 and "\n" not in reading.gap(name):
        yield reading.span(place, reading.surname(name))


def _opens(reading: Reading, place: int) -> bool:
    """Tell whether a comma, a bracket or a colon stands before the word, on its line."""
    start = reading.words[place].start
    return reading.text[max(start - 4, 0) : start].rpartition("\n")[2].rstrip(" «")[-1:] in set(",(:;&/")


_RULES = (
    *(_civility, _role, _family),
    *(_first_name, _first_name_alone, _name_before_first_name),
    *(_name_before_initial, _initials_before_name),
)


@cache
def _famous() -> Mapping[str, tuple[str, ...]]:
    """Return the famous names by their first word."""
    firsts = {name.split(" ", 1)[0] for name in words.FAMOUS}
    return {first: tuple(name for name in words.FAMOUS if name.split(" ", 1)[0] == first) for first in firsts}
