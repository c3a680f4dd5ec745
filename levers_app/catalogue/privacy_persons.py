"""Finds people who are named, for the privacy guard: after a civility, a role, a first name, or a name in capitals.

Every rule looks a few words around one word, so that the time grows with the text only.
"""

import re
from collections.abc import Iterator

from levers_app.catalogue import privacy_words as words
from levers_app.catalogue.privacy_civilities import find_after_civility
from levers_app.catalogue.privacy_initials import AGE, find_initials, find_name_before_initial
from levers_app.catalogue.privacy_nicknames import find_nickname
from levers_app.catalogue.privacy_reading import BLANK, MOST_NAMES, Reading, Span, is_acronym
from levers_app.catalogue.privacy_small_letters import is_ordinary
from levers_app.catalogue.privacy_surnames import famous_names

_APART = re.compile(r" ?[,:;(]\s{0,2}(?:«\s?)?| ?[-–]\s| ?«\s?")
_SEEN = words.word_set("tout vu dit fait filme crie appele vole casse menace frappe parle prevenu deale vendu")
_ROMAN = re.compile(r"[IVX]+")


def find_persons(text: str) -> Iterator[Span]:
    """Yield where ``text`` names somebody; spans may overlap."""
    reading = Reading(text)
    for place, word in enumerate(reading.words):
        if word.capital or word.key in words.LEADS or reading.is_known(place):
            for rule in _RULES:
                yield from rule(reading, place)


def _role(reading: Reading, place: int) -> Iterator[Span]:
    """« le gardien Benali », « la gardienne, Sylvie », « l’agent d’entretien karim »: the name without the role."""
    key = reading.key(place)
    if not _is_role(reading, place) or (key in words.TITLES and reading.named_after(place)):
        return
    name, of_place = _after_role(reading, place)
    end = 0
    if "\n" in reading.gap(name) and not reading.is_known(name):
        return  # « … par le gardien », then another item of a list
    if reading.joined(name) and not of_place:
        addressed = reading.key(place - 1) in {"le", "la", "l'"} and reading.key(place - 2) in words.CIVILITIES
        end = _name_after_role(reading, name, strict=key in words.WIDE_ROLES and not addressed)
    elif _APART.fullmatch(reading.gap(name)):
        end = _name_apart(reading, name)
    if end:
        yield reading.span(name, end)
        if key in words.PLURAL_ROLES:
            yield from _more_first_names(reading, end)


def _is_role(reading: Reading, place: int) -> bool:
    """Tell whether the word at ``place`` says who somebody is, « mis en cause » too."""
    key = reading.key(place)
    in_cause = key == "cause" and reading.key(place - 1) == "en" and reading.key(place - 2) == "mis"
    return key in words.ROLES or key in words.WIDE_ROLES or in_cause


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
    if reading.is_known(name):
        if word.capital:
            end = reading.surname(name)
            return end if end > name else name + 1
        return name + 1 + _is_small_surname(reading, name + 1) if reading.plain(name) else 0
    end = reading.surname(name, particles=word.capital)
    if end == name or reading.of_organisation(end):
        return 0
    alone = all(reading.dotted(place) for place in range(name, end))  # « le jeune K. »
    return end if not strict or alone or _in_two_writings(reading, name, end) else 0


def _is_small_surname(reading: Reading, place: int) -> bool:
    """« la présidente josiane blin »: a known name, or a word that is no other and ends what is said."""
    if reading.is_known(place) or not reading.joined(place):
        return reading.is_known(place)
    word = reading.words[place]
    ends = re.match(r"\s?(?:[,;:.()»\n]|$)", reading.text[word.end : word.end + 3])
    return word.text.islower() and len(word.key) > 2 and ends is not None and not is_ordinary(word.key)


def _in_two_writings(reading: Reading, name: int, end: int) -> bool:
    """Tell whether a name is written « Zoltan ZORGLUB »."""
    return end > name + 1 and reading.words[end - 1].capitals and not reading.words[name].capitals


def _name_apart(reading: Reading, name: int) -> int:
    """Return the place after a name set apart: « la gardienne, Sylvie, » but not « le gardien, Marine nationale »."""
    if not reading.is_known(name) or not reading.words[name].capital:
        return 0
    end = max(reading.surname(name), name + 1)
    alone = end == name + 1
    lower_follows = reading.joined(end)
    return 0 if alone and lower_follows and not reading.plain(name) else end


def _noted(reading: Reading, place: int) -> Iterator[Span]:
    """« Nom : Zorglub », « Témoin : ZORGLUB »."""
    name = place + 1 + (reading.key(place + 1) in {"presume", "presumee"})
    if name >= len(reading.words) or not re.fullmatch(r"\s?:\s", reading.gap(name)):
        return
    word, key = reading.words[name], reading.key(place)
    told = word.capital if key in words.FIELDS else word.capitals and key[-1] != "s" and _is_role(reading, place)
    end = reading.surname(name) if told and not reading.words[place].capitals else name
    if end > name and not reading.of_organisation(end):
        yield reading.span(name, end)


def _more_first_names(reading: Reading, end: int) -> Iterator[Span]:
    """Yield the others of « les gardiens Karim, Sophie et Paul »."""
    for _ in range(8):
        name = reading.next_listed(end)
        if not name or not reading.is_known(name) or not reading.words[name].capital:
            return
        end = max(reading.surname(name), name + 1)
        yield reading.span(name, end)


def _family(reading: Reading, place: int) -> Iterator[Span]:
    """« la famille Benali », « les époux Dupont », « un certain Dupont », « dénommé Dupont »: the name alone."""
    key, name = reading.key(place), place + 1
    called = key in words.CALLED and reading.key(place - 1) in {"un", "une", "le", "la", "du", "au"}
    if key not in words.FAMILY and not called and not key.startswith(("denomm", "prenomm")):
        return
    if not reading.joined(name) or not reading.words[name].capital or "\n" in reading.gap(name):
        return
    end = reading.surname(name)
    if end > name and not reading.of_organisation(end):
        yield reading.span(name, end)


def _first_name(reading: Reading, place: int) -> Iterator[Span]:
    """« Karim Benali », « Jean-Pierre DUPONT », « Fatoumata D. », « karim Benali »."""
    word = reading.words[place]
    if not reading.is_known(place) or not reading.joined(place + 1) or word.key in words.NOT_NAMES:
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
    if not reading.is_known(place) or not _stands_alone(reading, place):
        return
    if (word.capitals and not reading.is_surname(place)) or (
        word.text.islower() and ((len(word.key) < 4 and not _acts(reading, place)) or word.key in words.WORDS_TOO)
    ):
        return
    if _in_other_capitals(reading, place) or _is_famous(reading, place, place + 1) or reading.touches_figure(word):
        return
    told = reading.joined(place) and (reading.key(place - 1) in words.SPEECH or _is_thanked(reading, place))
    told = told or _has_role(reading, place)
    if reading.plain(place) or (word.capital and (told or AGE.match(reading.text, word.end))):
        yield word.start, word.end


def _is_thanked(reading: Reading, place: int) -> bool:
    """« merci à Clémence », « merci Clémence »."""
    return "merci" in {reading.key(place - 1), reading.key(place - 2) if reading.key(place - 1) == "a" else ""}


def _has_role(reading: Reading, place: int) -> bool:
    """« Rose, gardienne », « Ange la concierge »."""
    role = place + 1 + (reading.key(place + 1) in {"le", "la"})
    between = reading.gap(place + 1) in ({", "} if role == place + 1 else {", ", " "})
    return between and reading.key(role) in words.ROLES and not reading.words[role].capital


def _acts(reading: Reading, place: int) -> bool:
    """« max a tout filmé », at the beginning of a sentence."""
    return not reading.joined(place) and reading.key(place + 1) == "a" and reading.key(place + 2) in _SEEN


def _in_other_capitals(reading: Reading, place: int) -> bool:
    """Tell whether other capitals make something else of the name: « Grand Nancy », « Taylor & Francis »."""
    if "&" in reading.gap(place) + reading.gap(place + 1) or reading.of_organisation(place + 1):
        return True
    if not place or not reading.joined(place):
        return False
    if reading.is_surname(place) and not reading.is_known(place - 1) and not reading.named_after(place - 1):
        return False
    before = reading.words[place - 1]
    return before.capital and not before.initial and before.key not in words.STARTERS


def _stands_alone(reading: Reading, place: int) -> bool:
    """Tell whether no article, saint or place comes before the name; « les Benali » are a family."""
    article = reading.joined(place) and reading.key(place - 1) in words.ARTICLES
    if article and reading.key(place - 1) in {"les", "des", "aux"}:
        article = not reading.is_surname(place)
    return not article and not reading.named_after(place)


def _is_famous(reading: Reading, place: int, end: int) -> bool:
    named = " ".join(word.key.replace("-", " ") for word in reading.words[place:end])
    return any(f"{named} ".startswith(f"{famous} ") for famous in famous_names().get(named.split(" ", 1)[0], ()))


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
    if apart and (goes_on or reading.is_known(place - 1)):
        return
    title_case = not reading.words[first - 1].capitals
    if (title_case or reading.words[first].capitals) and not (reading.plain(first) and not apart):
        return
    if title_case and goes_on:
        return
    end = first + 1
    while end - first < 3 and reading.joined(end) and reading.is_known(end) and reading.words[end].capital:
        end += 1
    yield reading.span(place, end)


def _after_capitals(reading: Reading, place: int) -> int:
    """Return the place of the first name after a name in capitals, or after one capitalised word; 0 without."""
    end = place
    while end - place < MOST_NAMES:
        particle = reading.key(end) in words.PARTICLES and reading.words[end].text.isupper()
        if not particle and not (reading.is_name(end) and not reading.words[end].initial):
            return 0
        end += 1
        gap = reading.gap(end)
        if not reading.joined(end) and gap not in {", ", ",\n"}:
            return 0
        if not particle and reading.is_known(end):
            return end
        if not reading.words[end - 1].text.isupper() or gap.startswith(","):
            return 0
    return 0


_RULES = (
    *(find_after_civility, _role, _noted, _family, find_nickname),
    *(_first_name, _first_name_alone, _name_before_first_name),
    *(find_name_before_initial, find_initials),
)
