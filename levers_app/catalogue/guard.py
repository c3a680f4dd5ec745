"""The privacy guard over a whole example: what it points out in each field, and what becomes of it."""

import dataclasses
import re
from collections.abc import Mapping
from typing import Any

from levers_app.catalogue.draft import Entry, texts
from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.privacy import Finding, find_personal_data

_BLANKS = re.compile(r"[ \u00a0\u202f]{2,}")
_BEFORE_SIGN = re.compile(r"[ ]+(?=[,.)])")


class PersonalDataError(LeviersError):
    """An example is to be read by others with personal data in it that nobody confirmed; ``found`` is by field."""

    def __init__(self, found: Mapping[str, list[Finding]]) -> None:
        """Keep what was found, to be pointed out in place."""
        count = sum(map(len, found.values()))
        passages = "un passage" if count == 1 else f"{count} passages"
        super().__init__(
            f"L’exemple n’est pas encore envoyé\u00a0: {passages} ressemble{'nt' if count > 1 else ''} à des données "
            "personnelles. Retirez-les, ou gardez-les en disant pourquoi. Votre brouillon est gardé."
        )
        self.found = found


def personal_data(entry: Entry) -> dict[str, list[Finding]]:
    """Return, by field, what looks like personal data and was not confirmed; the same words of a field once."""
    confirmed = {(kept.key, kept.text) for kept in entry.confirmed}
    found: dict[str, list[Finding]] = {}
    for name, text in texts(entry):
        seen = {finding.text for finding in found.get(name, ())}
        for finding in find_personal_data(text):
            if (name, finding.text) not in confirmed and finding.text not in seen:
                seen.add(finding.text)
                found.setdefault(name, []).append(finding)
    return found


def without(entry: Entry, name: str, words: str) -> Entry:
    """Return ``entry`` without ``words`` in the field ``name``, and without the blanks they leave."""

    def cut(text: str) -> str:
        return _BEFORE_SIGN.sub("", _BLANKS.sub(" ", text.replace(words, ""))) if words in text else text

    match name:
        case "partners":
            return dataclasses.replace(entry, partners=tuple(filter(None, (cut(p).strip() for p in entry.partners))))
        case "results":
            rows = (dataclasses.replace(r, statement=cut(r.statement), figure=cut(r.figure)) for r in entry.results)
            return dataclasses.replace(entry, results=tuple(rows))
        case "attachments":
            kept = (dataclasses.replace(a, caption=cut(a.caption)) for a in entry.attachments)
            return dataclasses.replace(entry, attachments=tuple(kept))
        case _:
            changed: dict[str, Any] = {name: cut(getattr(entry, name))}
            return dataclasses.replace(entry, **changed)
