"""What a list shows of a record, worded for the screen; no Qt here."""

from collections.abc import Mapping
from dataclasses import dataclass

from levers_app.catalogue.records import Card, Kind
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.sheets.wording import period, short_label

KIND_LABELS: Mapping[Kind, str] = {
    "lever": "Levier",
    "case": "Exemple",
    "text": "Texte",
    "term": "Glossaire",
    "problem": "Situation",
}

Marked = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it answers the query."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row of a list.

    Attributes:
        id: record id that the row opens.
        mark: slug of the sign at left (family, outcome or kind).
        meta: kind, family or place, period.
        title, snippet: texts with the words of the query marked.
        note: words at right (outcome, evidence), ``strength`` its bars when it is a strength of evidence.
        group: heading above the first row of a group; empty when the list has no groups.
    """

    id: str
    mark: str
    meta: str
    title: Marked
    snippet: Marked = ()
    note: str = ""
    strength: str = ""
    group: str = ""

    @property
    def plain_title(self) -> str:
        """Title without marks."""
        return "".join(text for text, _ in self.title)

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        snippet = "".join(text for text, _ in self.snippet)
        return ". ".join(part for part in (self.plain_title, self.meta, self.note, snippet) if part)


def list_row(card: Card, words: Vocabulary, title: Marked = (), snippet: Marked = (), group: str = "") -> ListRow:
    """Return the row of ``card``; ``title`` and ``snippet`` come from a search, else from the card."""
    strength = card.strength if card.kind == "lever" else ""
    return ListRow(
        id=card.id,
        mark=card.family or card.outcome or card.kind,
        meta=" · ".join(part for part in (KIND_LABELS[card.kind], *_place(card, words)) if part),
        title=title or ((card.title, False),),
        snippet=_capitalised(snippet or ((card.summary, False),)),
        note=_note(card, words),
        strength=strength,
        group=group,
    )


def _capitalised(marked: Marked) -> Marked:
    """Begin with a capital: what levers say of a legal text is written as the end of a sentence."""
    (text, is_marked), *rest = marked
    return ((text[:1].upper() + text[1:], is_marked), *rest) if text else ()


def _place(card: Card, words: Vocabulary) -> tuple[str, ...]:
    match card.kind:
        case "lever":
            return (words.families[card.family].label,)
        case "case":
            return (card.place, period(card.start, card.end))
        case "text" | "term":
            return (card.short,) if card.short and card.short != card.title else ()
        case _:
            return ()


def _note(card: Card, words: Vocabulary) -> str:
    if card.kind == "lever":
        return words.strengths[card.strength].label
    if card.kind == "case":
        return short_label(words.outcomes[card.outcome])
    return "à vérifier" if card.to_verify else ""
