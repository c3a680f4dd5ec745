"""Finds people named by initials, for the privacy guard: « BENALI K. », « S. Benali », « K.B., 16 ans »."""

import re
from collections.abc import Iterator

from levers_app.catalogue import privacy_words as words
from levers_app.catalogue.privacy_reading import Reading, Span
from levers_app.catalogue.privacy_small_letters import AFTER_LE

AGE = re.compile(r"\s?[,(]?\s?(?:de\s)?\d{1,3}\s(?:ans|mois)\b")
_DOING = words.word_set("a est n' ne se s' qui l' m' nous avait dit refuse habite")
_WITH = words.word_set("avec contre selon chez par de d' et nomme nommes que qu'")
_NOBODY = words.word_set("pv nb ps bp cs cv rd rn vs av sa rh")


def find_name_before_initial(reading: Reading, place: int) -> Iterator[Span]:
    """« BENALI K. » in a text that is not all in capitals."""
    word = reading.words[place]
    if not word.capitals or len(word.text) < 4 or not reading.dotted(place + 1) or reading.gap(place + 1) != " ":
        return
    all_capitals = place > 0 and reading.joined(place) and reading.words[place - 1].capitals
    if reading.is_name(place) and not all_capitals and not reading.named_after(place + 1):
        yield reading.span(place, place + 2)


def find_initials(reading: Reading, place: int) -> Iterator[Span]:
    """« par K. Traoré », « (J.-P. Dupont) », « K.B., 16 ans », but neither « B. Moyens » nor « le lot B. Travaux »."""
    name = _after_initials(reading, place)
    if name == place:
        return
    end = reading.surname(name) if reading.joined(name) else name
    if end == name or reading.words[name].initial:
        if _is_somebody(reading, place, name):
            yield reading.span(place, name)
        return
    if len(reading.words[end - 1].text) <= 2 or "\n" in reading.gap(name):
        return
    if _may_be_named(reading, place) or (_begins(reading, place) and _tells(reading, end)):
        yield reading.span(place, end)


def _after_initials(reading: Reading, place: int) -> int:
    name = place
    while name - place < 3 and reading.dotted(name) and (name == place or reading.joined(name)):
        name += 1
    return name


def _is_somebody(reading: Reading, place: int, end: int) -> bool:
    """Tell whether initials alone are somebody’s: they have an age, or follow « avec » and are two."""
    if reading.joined(place) and reading.words[place - 1].initial:
        return False
    if AGE.match(reading.text, reading.span(place, end)[1]):
        return not _follows_letter(reading, place)
    letters = "".join(reading.key(each) for each in range(place, end))
    with_ = reading.joined(place) and reading.key(place - 1) in _WITH
    return with_ and len(letters) == 2 and letters not in words.ACRONYMS and letters not in _NOBODY


def _may_be_named(reading: Reading, place: int) -> bool:
    """Tell whether a sentence goes on into the name, or a comma, a bracket or a colon stands before it on its line."""
    if _begins(reading, place):
        return _opens(reading, place)
    before = reading.words[place - 1]
    return not before.capital and not _follows_letter(reading, place)


def _begins(reading: Reading, place: int) -> bool:
    return not reading.joined(place) or "\n" in reading.gap(place)


def _follows_letter(reading: Reading, place: int) -> bool:
    """Tell whether a letter is told here: « bâtiment B. », « lot A. »."""
    key = reading.key(place - 1) if reading.joined(place) else ""
    if key in {"et", "ou"} and place > 1 and reading.words[place - 2].initial and not reading.dotted(place - 2):
        return True
    return key in words.LETTERED or key in words.PLACES or key in words.PLURAL_PLACES


def _tells(reading: Reading, end: int) -> bool:
    """Tell whether a line goes on as one about somebody does: « S. Zorglub a crié », but « B. Moyens engagés »."""
    if reading.is_known(end - 1) or reading.key(end - 1) in AFTER_LE:
        return True
    aged = AGE.match(reading.text, reading.words[end - 1].end) is not None
    return aged or (reading.joined(end) and reading.key(end) in _DOING)


def _opens(reading: Reading, place: int) -> bool:
    start = reading.words[place].start
    return reading.text[max(start - 4, 0) : start].rpartition("\n")[2].rstrip(" «")[-1:] in set(",(:;&/")
