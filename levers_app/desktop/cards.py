"""Words a card for the lists of the screen; no Qt here."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from levers_app.catalogue.records import Card, Kind
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.desktop.directions import isolated
from levers_app.desktop.rows import ListRow, Marked
from levers_app.search.analysis import fold
from levers_app.sheets.wording import period, short_label

KIND_LABELS: Mapping[Kind, str] = {
    "lever": "Levier",
    "case": "Exemple",
    "text": "Texte",
    "term": "Glossaire",
    "problem": "Situation",
    "local": "Chez nous",
}


def list_row(card: Card, words: Vocabulary, title: Marked = (), snippet: Marked = ()) -> ListRow:
    """Return the row of ``card``; ``title`` and ``snippet`` come from a search, else from the card."""
    strength = card.strength if card.kind == "lever" else ""
    return ListRow(
        id=card.id,
        mark=card.family or card.outcome or card.kind,
        meta=joined((KIND_LABELS[card.kind], *_place(card, words))),
        title=title or ((card.title, False),),
        snippet=_capitalised(snippet or ((card.summary, False),)),
        note=_note(card, words),
        strength=strength,
        names=tuple(name for name in (card.short, *card.acronyms) if name),
        flag="À actualiser" if card.stale else "",
    )


def is_named(row: ListRow, words: str) -> bool:
    """Tell whether ``words`` are the title of the record of ``row``, its short title or one of its sigles."""
    return _folded(words) in {_folded(name) for name in (row.plain_title, *row.names)} - {""}


def _folded(text: str) -> str:
    return " ".join(filter(None, map(fold, text.replace("’", " ").replace("'", " ").split())))


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


def joined(parts: Iterable[str]) -> str:
    """Return the parts that are not empty, in a row."""
    return " · ".join(isolated(part) for part in parts if part)


def _note(card: Card, words: Vocabulary) -> str:
    if card.kind == "lever":
        return words.strengths[card.strength].label
    if card.kind == "case" and card.status not in {"", "publie"}:
        return words.statuses[card.status].label
    if card.kind == "case":
        return short_label(words.outcomes[card.outcome])
    return "à vérifier" if card.to_verify else ""


def compact_row(card: Card, words: Vocabulary) -> ListRow:
    """Return a row for narrow lists: an example by its outcome, place and period; others by their kind."""
    row = list_row(card, words)
    if card.kind == "case":
        return replace(row, meta=joined((card.place, period(card.start, card.end))))
    return row
