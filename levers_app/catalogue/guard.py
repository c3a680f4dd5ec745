"""The privacy guard over a whole example: what it points out in each field, and what becomes of it."""

import dataclasses
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache, reduce
from typing import Any

from levers_app.catalogue.draft import MAX_TEXT, Entry, texts
from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.privacy import ADVICE, LABELS, Finding, find_personal_data
from levers_app.catalogue.typography import shortened

_BLANKS = " \u00a0\u202f"
_MOST = 3


class PersonalDataError(LeviersError):
    """An example is to be read by others with personal data in it that nobody confirmed; ``found`` is by field."""

    def __init__(self, found: Mapping[str, list[Finding]]) -> None:
        """Keep what was found, to be pointed out in place."""
        count = sum(map(len, found.values()))
        said = (
            "un passage ressemble à une donnée personnelle. Retirez-le, ou gardez-le en disant pourquoi."
            if count == 1
            else f"{count} passages ressemblent à des données personnelles. "
            "Retirez-les, ou gardez-les en disant pourquoi."
        )
        super().__init__(f"L’exemple n’est pas encore envoyé\u00a0: {said} Votre brouillon est gardé.")
        self.found = found


class PersonalCommentError(LeviersError):
    """What a reviewer says holds personal data: it would stay in the sheet, in its history and in the bin."""

    def __init__(self, found: Sequence[Finding]) -> None:
        """Name what was found, three at most, and say what to write instead, or that all of it goes."""
        named = "\u202f; ".join(f"«\u00a0{shortened(one.text, 60)}\u00a0» {LABELS[one.kind]}" for one in found[:_MOST])
        kept = "Retirez-les\u00a0: le commentaire reste dans la fiche et dans son historique."
        super().__init__(
            f"L’exemple n’est pas renvoyé\u00a0: dans le commentaire, {named}. "
            f"{ADVICE[found[0].kind] if len(found) == 1 else kept}"
        )


def check_comment(comment: str) -> None:
    """Read what a reviewer says before it is kept.

    Raises:
        PersonalCommentError: something in it may say who or where somebody is.
    """
    if found := _read(comment):
        raise PersonalCommentError(found)


def personal_data(entry: Entry) -> dict[str, list[Finding]]:
    """Return, by field, what looks like personal data and was not confirmed; the same words of a field once."""
    confirmed = {(kept.key, kept.text) for kept in entry.confirmed}
    found: dict[str, list[Finding]] = {}
    for name, text in texts(entry):
        if len(text) > MAX_TEXT:
            continue  # it cannot be sent as it is, and reading it would take seconds
        seen = {finding.text for finding in found.get(name, ())}
        for finding in _read(text):
            if (name, finding.text) not in confirmed and finding.text not in seen:
                seen.add(finding.text)
                found.setdefault(name, []).append(finding)
    return found


@lru_cache(maxsize=256)
def _read(text: str) -> Sequence[Finding]:
    """Read a text once: of an example that is being typed, one field changes at a time."""
    return find_personal_data(text)


def without(entry: Entry, name: str, words: str) -> Entry:
    """Return ``entry`` without ``words`` in the field ``name``, and without the blanks they leave."""
    whole = rf"(?<!\w){re.escape(words)}(?!\w)"  # « Ali » is no part of « Alimentation »

    def cut(text: str) -> str:
        found = whole if re.search(whole, text) else re.escape(words)
        return reduce(_joined, re.split(found, text))

    match name:
        case "partners":
            return dataclasses.replace(entry, partners=tuple(filter(None, (cut(p).strip() for p in entry.partners))))
        case "results":
            rows = (dataclasses.replace(r, statement=cut(r.statement), figure=cut(r.figure)) for r in entry.results)
            return dataclasses.replace(entry, results=tuple(rows))
        case "attachments":
            kept = (dataclasses.replace(a, caption=cut(a.caption), name=cut(a.name)) for a in entry.attachments)
            return dataclasses.replace(entry, attachments=tuple(kept))
        case "sources":
            told = (
                dataclasses.replace(s, title=cut(s.title), publisher=cut(s.publisher), url=cut(s.url))
                for s in entry.sources
            )
            return dataclasses.replace(entry, sources=tuple(told))
        case _:
            changed: dict[str, Any] = {name: cut(getattr(entry, name))}
            return dataclasses.replace(entry, **changed)


def _joined(left: str, right: str) -> str:
    """Join what stood on both sides of words: by a blank, unless a line begins or ends there or a sign follows."""
    before, after = left.rstrip(_BLANKS), right.lstrip(_BLANKS)
    edge = not before or before.endswith("\n") or not after or after[0] in ",.)\n"
    return before + after if edge or (before, after) == (left, right) else f"{before} {after}"
