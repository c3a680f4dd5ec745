"""Words drafts, and what was typed about levers and not saved, for the lists of the screen. No Qt here."""

from collections.abc import Mapping

from levers_app.catalogue.draft import Draft, missing
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.desktop.cards import joined
from levers_app.desktop.place import DRAFT_MARK, UNSAVED_MARK, sheet_of
from levers_app.desktop.rows import ListRow
from levers_app.sheets.wording import listed, moment, short_label
from levers_app.store.reading import Reader
from levers_app.store.unsaved import Unsaved


def draft_row(draft: Draft, words: Vocabulary) -> ListRow:
    """Return the row of a draft: what it is called so far, and what it still needs."""
    entry = draft.entry
    missed = list(missing(entry).values())
    outcome = words.outcomes.get(entry.outcome)
    return ListRow(
        id=DRAFT_MARK + draft.id,
        mark=entry.outcome or "case",
        meta=joined(("Modification" if draft.record else "Brouillon", entry.commune)),
        title=((entry.title.strip() or "Sans titre", False),),
        snippet=((f"Il manque {listed(missed)}." if missed else "Prêt à envoyer.", False),),
        note=short_label(outcome) if outcome else "",
    )


def unsaved_rows(texts: Mapping[str, Unsaved], reader: Reader) -> tuple[ListRow, ...]:
    """Return a row for what was typed about each lever and not saved, of the levers that are there."""
    levers = {id_: sheet_of(UNSAVED_MARK + id_) for id_ in texts}
    cards = reader.cards_of(list(dict.fromkeys(levers.values())))
    return tuple(
        ListRow(
            id=UNSAVED_MARK + id_,
            mark=card.family,
            meta="Chez nous" if id_.startswith("local:") else "Modification de la fiche",
            title=((card.title, False),),
            snippet=((f"Non enregistré, gardé {moment(texts[id_].at)}.", False),),
        )
        for id_, lever in levers.items()
        if (card := cards.get(lever)) is not None
    )
