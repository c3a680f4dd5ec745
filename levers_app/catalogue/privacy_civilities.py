"""Finds who is named after a civility, for the privacy guard: « M. Dupont », « mme el amrani », « M. et Mme Roy »."""

import re
from collections.abc import Iterator

from levers_app.catalogue import privacy_words as words
from levers_app.catalogue.privacy_reading import AND, Reading, Span
from levers_app.catalogue.privacy_small_letters import (
    AFTER_LE,
    BEFORE_COMMON,
    COMMON_CIVILITIES,
    PARTICLES,
    is_ordinary,
)
from levers_app.catalogue.privacy_surnames import surnames

_SHORT = words.word_set("m mr mme mlle")
_OTHERWISE = words.word_set("epouse ep nee veuve divorcee")
_SURNAMES_TOO = words.word_set(
    "maire doyen officier chef ville place tour cour mars juin mai jour nuit matin bas haut bon"
)
"""After « M. » and the like, names: the functions come after « le »."""
_AFTER_CIVILITY = re.compile(r"\.? {0,3}(?:\n {0,3})?")


def find_after_civility(reading: Reading, place: int) -> Iterator[Span]:
    """« M. Dupont », « Mme de La Tour », « M. et Mme Benali », « MM. Durand et Petit », « monsieur benali »."""
    if not _is_civility(reading, place) or (reading.named_after(place) and not _follows_office(reading, place)):
        return
    name = _after_civilities(reading, place)
    if not name:
        return
    yield from _other_name(reading, name)
    end = _civil_name(reading, place, name)
    if end and reading.key(place) in words.PLURAL_CIVILITIES:
        end = _listed_names(reading, _listed_small_name(reading, place, end))
    if end:
        yield reading.span(place, end)


def _follows_office(reading: Reading, place: int) -> bool:
    """Tell whether this is « la responsable d’agence Mme K. »: an agency is named after nobody’s « Mme »."""
    return reading.key(place) in _SHORT and reading.key(place - 1) in words.NAMED_DIRECTLY - words.PLACES


def _other_name(reading: Reading, name: int) -> Iterator[Span]:
    """« Mme X épouse Delacroix », « mme traoré née diarra »: the other name, whatever the first is."""
    for at in (name + 1, name + 2):
        if reading.key(at) not in _OTHERWISE or not reading.joined(at) or not reading.joined(at + 1):
            continue
        last = at + 1 + (reading.key(at + 1) in PARTICLES)
        if reading.is_name(last) or (reading.joined(last) and _is_small_name(reading, last)):
            yield reading.span(at + 1, max(reading.surname(at + 1), last + 1))
        return


def _is_civility(reading: Reading, place: int) -> bool:
    """Tell whether the word at ``place`` is one, and not the « M. » of « 12 M. d’euros » or a « m » without its dot."""
    key = reading.key(place)
    if key not in words.CIVILITIES:
        return False
    word = reading.words[place]
    if reading.text[max(word.start - 2, 0) : word.start].strip().isdigit():
        return False
    if word.text in {"m", "mm"} and reading.text[word.end : word.end + 1] != ".":
        return False
    return word.text in words.SHORT_CIVILITIES.get(key, (word.text,))


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
        if end == name and reading.key(civility) in _SHORT:
            end = _after_word_as_name(reading, name)
        if end > name:
            return 0 if word.text in {"X", "Y", "Z", "N"} and end == name + 1 else end
    loose = reading.key(civility) in words.LOOSE_CIVILITIES and not word.capital
    if reading.key(civility) in {"m", "mm"} and not reading.gap(civility + 1).startswith("."):
        return 0  # « M minutes »
    return _small_name(reading, civility, name) if loose else 0


def _after_word_as_name(reading: Reading, name: int) -> int:
    """Return the place after « Maire » or « de La Tour », names after « M. » only; ``name`` for others."""
    last = name
    if reading.key(name) == "de" and reading.key(name + 1) in {"la", "le", "l'"} and reading.joined(name + 1):
        last = name + 2 if reading.words[name + 1].capital else name
    if last > name:
        named = reading.joined(last) and reading.words[last].capital
    else:
        named = reading.key(name) in _SURNAMES_TOO and "\n" not in reading.gap(name)
    return last + 1 if named and not reading.of_organisation(last + 1) else name


def _small_name(reading: Reading, civility: int, name: int) -> int:
    """Return the place after « dupont », « el amrani » or « le goff »; 0 for « un monsieur âgé », « madame refuse »."""
    if "\n" in reading.gap(name):
        return 0
    key, last = reading.key(name), name
    if key[-1] == "'" and _is_elided_name(reading, name):  # « n'diaye » is two words in small letters
        return name + 2
    if key in PARTICLES or key in {"d'", "de", "du", "le", "la"}:
        last = name + 1 + (reading.key(name + 1) in PARTICLES)
        if not reading.joined(last) or not _goes_with(reading, key, last):
            return 0
    elif _is_common(reading, civility) and not reading.is_known(name):
        return 0
    if not _is_small_name(reading, last):
        return 0
    while last - name < 3 and reading.joined(last + 1) and _continues(reading, last + 1):
        last += 1
    return last + 1


def _is_common(reading: Reading, civility: int) -> bool:
    """Tell whether this is « un monsieur », « la madame du premier »."""
    article = reading.joined(civility) and reading.key(civility - 1) in BEFORE_COMMON
    return article and reading.key(civility) in COMMON_CIVILITIES


def _is_elided_name(reading: Reading, name: int) -> bool:
    return reading.key(name) == "o'" or f"{reading.key(name)}{reading.key(name + 1)}" in surnames()


def _goes_with(reading: Reading, particle: str, name: int) -> bool:
    """Tell whether « le », « de »… begin a name here, rather than a function or a place: « madame de la gérance »."""
    if particle == "le":
        return reading.key(name) in AFTER_LE or reading.is_surname(name)
    return particle in PARTICLES or reading.is_known(name)


def _is_small_name(reading: Reading, place: int) -> bool:
    key = reading.key(place)
    if reading.is_known(place) and reading.plain(place):
        return True
    return reading.words[place].text.islower() and len(key) > 2 and key[-1] != "'" and not is_ordinary(key)


def _continues(reading: Reading, place: int) -> bool:
    """Tell whether a name in small letters goes on: « mme tran thi hoa »."""
    key = reading.key(place)
    return key == "thi" or (reading.is_known(place) and reading.plain(place) and key not in words.WORDS_TOO)


def _listed_small_name(reading: Reading, civility: int, end: int) -> int:
    """Return the place after « mm. roux et blanc »; a known name in small letters is found by itself."""
    if reading.words[civility].capital or not end or reading.key(end) != "et" or not reading.joined(end + 1):
        return end
    listed = _is_small_name(reading, end + 1) and not reading.is_known(end + 1)
    return end + 2 if listed and reading.joined(end) else end


def _listed_names(reading: Reading, end: int) -> int:
    """Return the place after « Durand, Martin et Petit »."""
    for _ in range(8):
        following = reading.next_listed(end)
        if not following:
            break
        after = reading.surname(following)
        if after == following:
            break
        end = after
    return end
