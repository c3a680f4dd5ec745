"""From the text of a record to the lines of a document: Markdown emphasis, source marks, sigles.

Of Markdown only paragraphs, ``**bold**`` and ``*italic*`` are read: HTML, links and images stay plain text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from levers_app.catalogue.marks import SOURCE_MARK
from levers_app.catalogue.records import GlossaryTerm
from levers_app.catalogue.typography import NARROW, NBSP
from levers_app.sheets.document import Acronym, Inline, Line, SourceMark, Text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARK = re.compile(rf"[ \t\n{NBSP}{NARROW}]*{SOURCE_MARK.pattern}")
_STOP_BEFORE_MARK = re.compile(rf"\.\s*(?P<mark>{SOURCE_MARK.pattern})(?=\s|$)")
_LINE_END = re.compile(r"[ \t]*\r?\n[ \t]*")
_PARAGRAPH_END = re.compile(r"\r?\n[ \t]*\r?\n")
_SENTENCE_END = re.compile(r"(?<=[.!?…])(?<!\b\w\.)(?<!\bart\.)(?<!\bcf\.)\s+(?=[«A-ZÀ-ÖØ-Þ])")


class Sigles:
    """The sigles of the glossary, found in texts as whole words, capitals as written."""

    def __init__(self, glossary: Iterable[GlossaryTerm]) -> None:
        """Keep the terms of ``glossary`` that are sigles: « GUP / GUSP » is two of them."""
        self._terms = {
            sigle: Acronym(sigle, term.expansion, term.id) for term in glossary for sigle in sigles_of(term.term)
        }
        longest_first = sorted(self._terms, key=len, reverse=True)
        words = "|".join(map(re.escape, longest_first)) or "(?!)"
        self._pattern = re.compile(rf"(?<![\w\-])(?:{words})(?![\w\-])")

    def entries_in(self, texts: Iterable[str]) -> frozenset[str]:
        """Return the ids of the glossary entries whose sigles stand in ``texts``."""
        return frozenset(self._terms[sigle].target for text in texts for sigle in self._pattern.findall(text))

    def found_in(self, texts: Iterable[str]) -> dict[str, str]:
        """Return the sigles that stand in ``texts``, each with what it stands for."""
        found = {sigle for text in texts for sigle in self._pattern.findall(text)}
        return {sigle: self._terms[sigle].expansion for sigle in found}

    def split(self, text: str, seen: set[str]) -> Iterator[Inline]:
        """Yield ``text`` in pieces, an :class:`Acronym` at each sigle that is not in ``seen``, and add it there."""
        start = 0
        for match in self._pattern.finditer(text):
            acronym = self._terms[match.group()]
            if acronym.target in seen:
                continue
            seen.add(acronym.target)
            if match.start() > start:
                yield Text(text[start : match.start()])
            yield acronym
            start = match.end()
        if start < len(text):
            yield Text(text[start:])


def sigles_of(term: str) -> tuple[str, ...]:
    """Return the sigles that a glossary entry explains: none for plain words such as « Point de deal »."""
    return tuple(part for part in term.split(" / ") if sum(letter.isupper() for letter in part) > 1)


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes the lines of one section and marks each sigle there once.

    ``numbers`` gives the number of each source id; ``known`` holds the glossary entries that no section marks: the
    subject of the sheet itself.
    """

    sigles: Sigles
    numbers: Mapping[str, int] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    seen: set[str] = field(default_factory=set)

    def new_section(self) -> "Pen":
        """Return a pen for the next section, which has not met any sigle yet."""
        return Pen(self.sigles, self.numbers, self.known, set(self.known))

    def line(self, text: str) -> Line:
        """Return one line: marks become numbers, Markdown emphasis and sigles become pieces."""
        flat = _LINE_END.sub(" ", text)
        if self.numbers:
            flat = _STOP_BEFORE_MARK.sub(r" \g<mark>.", flat)
        return tuple(_joined(piece for run in _runs(flat) for piece in self._pieces(run)))

    def paragraphs(self, text: str) -> tuple[Line, ...]:
        """Return a line for each paragraph of a Markdown text."""
        written = (self.line(part.strip()) for part in _PARAGRAPH_END.split(text))
        return tuple(line for line in written if line)

    def cited(self, text: str, source: str) -> Line:
        """Return ``text`` as a line that cites ``source`` (an id, or nothing) at its end."""
        return self.line(f"{text} [{source}]" if source in self.numbers else text)

    def _pieces(self, run: Text) -> Iterator[Inline]:
        start = 0
        for match in _MARK.finditer(run.text):
            numbers = self._numbers(match[1])
            if not numbers:
                continue
            yield from self._words(run, start, match.start())
            yield SourceMark(numbers)
            start = match.end()
        yield from self._words(run, start, len(run.text))

    def _words(self, run: Text, start: int, end: int) -> Iterator[Inline]:
        text = run.text[start:end]
        if run.strong or run.emphasis:
            if text:
                yield Text(text, run.strong, run.emphasis)
        else:
            yield from self.sigles.split(text, self.seen)

    def _numbers(self, mark: str) -> tuple[int, ...]:
        """Return the numbers a mark cites, or nothing when it is not a mark of this sheet."""
        numbers = [self.numbers.get(part.strip(), 0) for part in mark.split(",")]
        return tuple(numbers) if all(numbers) else ()


def first_sentence(text: str) -> str:
    """Return the first sentence of ``text``, its source marks included."""
    return _SENTENCE_END.split(_PARAGRAPH_END.split(text, maxsplit=1)[0], maxsplit=1)[0].strip()


def _runs(text: str) -> Iterator[Text]:
    """Yield the text cut where Markdown emphasis begins and ends."""
    if "*" not in text and "_" not in text:
        yield Text(text)
        return
    strong = emphasis = 0
    for token in _inline_tokens(text):
        strong += _step(token, "strong")
        emphasis += _step(token, "em")
        if token.content:
            yield Text(token.content, strong > 0, emphasis > 0)


def _inline_tokens(text: str) -> "list[Token]":
    return [child for token in _markdown().parseInline(text) for child in token.children or ()]


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - start-up time: the first texts hold no emphasis

    return MarkdownIt("zero").enable("emphasis")


def _step(token: "Token", name: str) -> int:
    return {f"{name}_open": 1, f"{name}_close": -1}.get(token.type, 0)


def _joined(pieces: Iterable[Inline]) -> Iterator[Inline]:
    """Yield the pieces, neighbouring source marks as one."""
    for is_mark, group in groupby(pieces, lambda piece: isinstance(piece, SourceMark)):
        if not is_mark:
            yield from group
            continue
        numbers = {number for mark in group if isinstance(mark, SourceMark) for number in mark.numbers}
        yield SourceMark(tuple(sorted(numbers)))
