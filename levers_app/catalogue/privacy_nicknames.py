"""Finds how people are called, for the privacy guard: « surnommé Tonton », « dit "le Grand" », « s’appelle Kéké »."""

import re
from collections.abc import Iterator

from levers_app.catalogue import privacy_words as words
from levers_app.catalogue.privacy_reading import Reading, Span, compiled, tells_of_a_thing
from levers_app.catalogue.privacy_small_letters import is_ordinary

_WORD = r"[^\W\d_][\w'-]{0,30}"
_ARTICLE = r"(?:[Ll][ea]s?\s|[Ll]')?"
_QUOTED = rf"\s?,?\s?[«\"“]\s?(?P<quoted>{_ARTICLE}{_WORD}(?:\s{_WORD}){{0,2}})\s?[»\"”]"
_PLAIN = rf"\s(?P<plain>{_ARTICLE}(?P<first>{_WORD})(?:\s[A-ZÀ-ÖØ-Þ][\w'-]{{1,30}})?)"
_OPENING = rf"\s?[«\"“]\s?(?P<quoted>(?:[Ll][ea]\s|[Ll]')(?=[A-ZÀ-ÖØ-Þ]){_WORD}(?:\s{_WORD})?)\s?[»\"”]"
_ORDINARY = words.NOT_NAMES | words.LINKS
_BEFORE_NOUN = words.ARTICLES | words.word_set("son sa ses leur leurs chaque d' de par sous plusieurs")
_BEFORE_DIT = words.word_set("celui celle un une individu gars type homme frere petit certain nomme")


def find_nickname(reading: Reading, place: int) -> Iterator[Span]:
    """« surnommé Tonton », « alias Momo », « Karim, dit "le Grand" », « fait appeler Kéké »: the nickname alone."""
    key, word = reading.key(place), reading.words[place]
    told, called = key in words.NICKNAMED, key in words.CALLED
    opens = _opens_with_nickname(reading, place)
    if not (told or called or opens or _is_called(reading, place) or _is_said(reading, place)):
        return
    pattern = _OPENING if opens else _QUOTED if called else f"(?:{_QUOTED}|{_PLAIN})"
    match = compiled(pattern).match(reading.text, word.end)
    if (
        match
        and _is_nickname(match, loose=_is_loose(reading, place))
        and not tells_of_a_thing(reading.text, word.start)
    ):
        yield match.span(match.lastgroup or 0)


def _is_loose(reading: Reading, place: int) -> bool:
    """Tell whether a nickname may be any word here: after « surnommé », and « alias » but « un alias inconnu »."""
    key = reading.key(place)
    if key != "alias":
        return key in words.NICKNAMED
    noun = reading.joined(place) and reading.key(place - 1) in _BEFORE_NOUN
    return not noun and not is_ordinary(reading.key(place + 1))


def _opens_with_nickname(reading: Reading, place: int) -> bool:
    """Tell whether a text or a line begins with « dit "le Chinois" »."""
    begins = not place or "\n" in reading.gap(place) or "(" in reading.gap(place)
    return begins and reading.key(place) in {"dit", "dite"}


def _is_called(reading: Reading, place: int) -> bool:
    """Tell whether « appelle » names somebody: « s’appelle », « qu’on appelle », but not « ce qu’on appelle »."""
    if reading.key(place) not in words.NAMED:
        return False
    among = reading.key(place - 1) == "on" and reading.key(place - 2) == "qu'" and reading.key(place - 3) != "ce"
    return among or reading.key(place - 1) in {"l'", "s'", "fait"}


def _is_said(reading: Reading, place: int) -> bool:
    """Tell whether « dit » names somebody: it follows their name, or « celui »; « le maire dit » speaks."""
    if reading.key(place) not in {"dit", "dite"} or not place:
        return False
    before = reading.words[place - 1]
    if reading.gap(place) not in {" ", ", "}:
        return False
    return before.key in _BEFORE_DIT or reading.is_known(place - 1) or (reading.is_name(place - 1) and before.capital)


def _is_nickname(match: re.Match[str], *, loose: bool) -> bool:
    """Tell whether words are a nickname: with a capital, or after « surnommé » any but « par » and the like."""
    if match["quoted"]:
        first = re.sub(rf"^{_ARTICLE}", "", match["quoted"])
        return loose or match["quoted"] != first or first[0].isupper()
    first = match["first"]
    return first.lower() not in _ORDINARY and (first[0].isupper() or loose)
