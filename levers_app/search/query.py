"""What a person types, understood: words (all of them by default), "exact phrases", -words to leave out, fields.

Any text gives a query; what means nothing gives a query without clauses, which finds nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from levers_app.search.analysis import analysed, is_stop_word, pieces, tokens
from levers_app.search.fields import FIELDS, QUOTES, YEARS, field_of

MAX_CLAUSES = 24
"""Words beyond these are ignored: a pasted page is not a search."""
_MAX_WORDS = 24
"""Likewise inside one pair of quotes, or between hyphens."""
_MAX_TEXT = 2_000

_QUOTES = "".join(sorted(QUOTES))
_SPACE = "[ \u00a0\u202f]"
_VALUE = re.compile(rf"[{_QUOTES}][^{_QUOTES}]*[{_QUOTES}]?|[^\s,{_QUOTES}]+")
# name:value, name:"several words", name:one,another, also with the blanks that French puts before and after a colon.
_FIELD = re.compile(
    rf"(?<!\S)(?P<minus>-)?(?P<name>[^\W\d_]{{4,12}}){_SPACE}?:{_SPACE}?"
    rf"(?P<values>(?:{_VALUE.pattern})?(?:,(?:{_VALUE.pattern})?)*)"
)
# A quoted phrase (open to the end of the text when the quote is not closed), or the text between two phrases.
_MINUS_QUOTE = rf"(?<!\S)-[{_QUOTES}]"
_SEGMENT = re.compile(
    rf"(?P<minus>(?<!\S)-)?[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]?|(?:(?!{_MINUS_QUOTE})[^{_QUOTES}])+"
)
# « article 1388 bis » asks for the article, « département 93 » for the department: the first word only says so.
_ARTICLE = re.compile(r"(?<!\w)art(?:icles?|\.)?\s+(?=[lrda]?\.?\s?\d)", re.IGNORECASE)
_DEPARTMENT = re.compile(r"(?<!\S)(?:d[ée]partement|dept|dép)\.?\s+(?P<number>\d{1,3}|2[ab])(?!\S)", re.IGNORECASE)
_LETTERS_APART = re.compile(r"\s*(?:[^\W\d_][.\s]+){2,7}(?:[^\W\d_][.\s]*)?")
_NO_FIELD = re.compile(r"(?<!\S)-(?P<name>[^\W\d_]+):(?=\S)")
_YEARS_BEGUN = re.compile(r"(?P<first>\d{4})?(?P<dots>\.{0,2})\d{0,3}")
_MINUS = re.compile(r"(?<!\S)-$")


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that must be found, or left out.

    Attributes:
        text: as typed, to be named when it was not found.
        words: the folded words that it holds; several of them must follow each other.
        joined: the same without hyphens (« interbailleurs »), equally good.
        unfinished: the last word of a text that is being typed: its beginning is enough.
        exact: it was quoted: nothing else is as good.
    """

    text: str
    words: tuple[str, ...]
    joined: str = ""
    unfinished: bool = False
    exact: bool = False

    @property
    def empty(self) -> bool:
        """Whether it holds nothing but a stop word."""
        return len(self.words) == 1 and is_stop_word(self.words[0])


@dataclass(frozen=True, slots=True)
class FieldClause:
    """``famille:sûreté``: ``field`` is a name of :data:`fields.FIELDS`, ``text`` the whole as typed.

    Each of ``values`` is as good: ``type:levier,exemple``.
    """

    field: str
    values: tuple[str, ...]
    text: str
    unwanted: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A text understood: what must be found, what must not, and in which fields."""

    text: str
    wanted: tuple[Clause, ...] = ()
    unwanted: tuple[Clause, ...] = ()
    fields: tuple[FieldClause, ...] = ()


def parse(text: str) -> Query:
    """Return what ``text`` asks for. Any text is accepted."""
    words, fields = _without_fields(_DEPARTMENT.sub(r"departement:\g<number>", text[:_MAX_TEXT]))
    words = _ARTICLE.sub("", _letters_joined(words))
    found = list(_clauses(words))
    wanted = [clause for clause, minus in found if not minus]
    unwanted = [clause for clause, minus in found if minus and not clause.empty]
    if found and wanted and found[-1][0] is wanted[-1] and len(text) <= _MAX_TEXT and _goes_on(words):
        wanted[-1] = replace(wanted[-1], unfinished=True)
    # A stop word counts only as the beginning of the one word that is being typed: « de » on the way to « deal ».
    telling = [clause for clause in wanted if not clause.empty]
    lone = [clause for clause in wanted[-1:] if clause.unfinished and not telling]
    kept = tuple(dict.fromkeys(telling or lone))[:MAX_CLAUSES]
    return Query(text, kept, tuple(unwanted)[:MAX_CLAUSES], tuple(fields))


def _without_fields(text: str) -> tuple[str, list[FieldClause]]:
    """Return ``text`` without its fields, and these; a name without a value asks for nothing yet."""
    text = _NO_FIELD.sub(_left_out, text)
    rest, fields, done, room = [], [], 0, MAX_CLAUSES
    for match in _FIELD.finditer(text):
        field = field_of(match["name"])
        if field is None:
            continue
        values = values_of(match["values"])[:room]
        if FIELDS[field] == YEARS and match.end() == len(text):
            values = tuple(filter(None, map(_so_far, values)))
        room -= len(values)
        if values:
            fields.append(FieldClause(field, values, match[0].strip(), match["minus"] is not None))
        rest.append(text[done : match.start()])
        done = match.end()
    rest.append(text[done:])
    return " ".join(rest) if fields or done else text, fields


def _left_out(match: re.Match[str]) -> str:
    """Take « -foo:bar », which is no field, for words to leave out: never for words to look for."""
    return match[0] if field_of(match["name"]) else f"-{match['name']}-"


def _so_far(years: str) -> str:
    """Return what a year or a span that is being typed says so far: « 2019. » and « 2019..2 » go on from 2019."""
    begun = _YEARS_BEGUN.fullmatch(years)
    if begun is None:
        return years
    return f"{begun['first']}{'..' if begun['dots'] == '..' else ''}" if begun["first"] else ""


def values_of(text: str) -> tuple[str, ...]:
    """Return the values of a list such as ``Lyon,"Le Havre"``, each once; a comma in quotes belongs to its value."""
    values = (value.strip(_QUOTES).strip() for value in _VALUE.findall(text))
    return tuple(dict.fromkeys(value for value in values if value))


def _letters_joined(text: str) -> str:
    """Return a sigle written letter by letter (« g p o », « G. P. O. ») as one word, any other text as it is."""
    return re.sub(r"[.\s]", "", text) if _LETTERS_APART.fullmatch(text) else text


def _clauses(text: str) -> Iterator[tuple[Clause, bool]]:
    for segment in _SEGMENT.finditer(text):
        phrase = segment["phrase"]
        if phrase is None:
            yield from _words(segment[0])
            continue
        words = tuple(token.word for token in tokens(phrase))
        telling = tuple(word for word in words if not is_stop_word(word)) or words[:1]
        if telling:
            yield Clause(phrase.strip(), telling[:_MAX_WORDS], exact=True), segment["minus"] is not None


def _words(text: str) -> Iterator[tuple[Clause, bool]]:
    for piece in pieces(text):
        found = analysed(piece[0])
        words = tuple(token.word for token in found if not is_stop_word(token.word)) or tuple(t.word for t in found[:1])
        if words:
            minus = _MINUS.match(text, piece.start() - 1, piece.start()) is not None
            yield Clause(piece[0], words[:_MAX_WORDS], found[-1].joined), minus


def _goes_on(text: str) -> bool:
    """Tell whether the last character may be in the middle of a word."""
    return text[-1:].isalnum() or text[-1:] in tuple(".-'’")
