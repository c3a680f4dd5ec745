"""Words a draft for the lists of the screen; imported only where there are drafts. No Qt here."""

from levers_app.catalogue.draft import Draft, missing
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.desktop.cards import joined
from levers_app.desktop.place import DRAFT_MARK
from levers_app.desktop.rows import ListRow
from levers_app.sheets.wording import listed, short_label


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
