"""What is said of a search besides its results: words corrected, left out or doubtful, values that name nothing.

The window shows what may be tried as buttons, the command line as words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from levers_app.catalogue.typography import NARROW, NBSP, quoted
from levers_app.search.fields import ACCENTED, quoted_value
from levers_app.search.query import FieldClause, parse
from levers_app.search.results import Results, UnknownValue

_UNKNOWN = {
    "famille": "Aucune famille ne s’appelle {}.",
    "situation": "Aucune situation ne s’appelle {}.",
    "levier": "Aucun levier ne s’appelle {}.",
    "ville": "Aucun exemple ne vient d’une commune appelée {}.",
    "departement": "Aucun exemple ne vient d’un département appelé {}.",
    "region": "Aucun exemple ne vient d’une région appelée {}.",
    "resultat": "{} n’est pas un résultat d’exemple.",
    "annee": "{} n’est pas une année.",
    "type": "{} n’est pas un type de fiche.",
    "territoire": "{} n’est pas un type de territoire.",
    "intensite": "{} n’est pas une intensité, de 1 à 5.",
    "preuves": "{} n’est pas une force de preuves.",
    "etat": "{} n’est pas un état d’exemple.",
    "diffusion": "{} n’est pas une diffusion d’exemple.",
    "actualite": "{} n’est pas une actualité d’exemple.",
    "derniere": "Aucun exemple ne s’arrête à l’année {}.",
}
_SOME_YEARS = ("2019", "2019..2023", "2019..")


@dataclass(frozen=True, slots=True)
class Try:
    """Another search: what is shown of it, and its words."""

    label: str
    query: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence, and what may be tried: ``lead`` comes before the tries and ``end`` after them."""

    text: str
    lead: str = ""
    tries: tuple[Try, ...] = ()
    end: str = ""

    def plain(self) -> str:
        """Return the whole as text, the tries in guillemets."""
        tried = quoted([another.label for another in self.tries])
        return f"{self.text} {self.lead} {tried}".strip() + self.end if self.tries else self.text


def remarks(results: Results) -> tuple[Remark, ...]:
    """Return what is to be said of ``results``, the most important first."""
    return tuple(_remarks(results))


def replaced(query: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Return ``query`` with the first of each pair of words replaced by the second."""
    for typed, meant in pairs:
        before, found, after = _cut(query, typed)
        query = before + meant + after if found else query
    return query


def _cut(query: str, words: str) -> tuple[str, str, str]:
    """Cut ``query`` around the first whole ``words``."""
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", query)
    return (query[: found.start()], found[0], query[found.end() :]) if found else (query, "", "")


def without(query: str, part: str) -> str:
    """Return ``query`` without ``part``."""
    before, _, after = query.partition(part)
    return " ".join(f"{before} {after}".split())


def _remarks(results: Results) -> Iterator[Remark]:
    query = results.query
    yield from (_of_unknown(query, unknown) for unknown in results.unknown)
    if results.corrected:
        typed = [typed for typed, _ in results.corrected]
        meant = replaced(query, results.corrected).strip()
        lead = "Voici les résultats pour" if results.total else "Rien non plus pour"
        verb = "ne sont dans aucune fiche" if len(typed) > 1 else "n’est dans aucune fiche"
        yield Remark(f"{quoted(typed)} {verb}.", lead, (Try(meant, meant),), ".")
    if results.left_out and results.total:
        left = "Laissé de côté" if len(results.left_out) == 1 else "Laissés de côté"
        yield Remark(f"Aucune fiche ne réunit tous les mots. {left}{NBSP}: {quoted(results.left_out)}.")
    if results.better:
        meant = replaced(query, results.better).strip()
        yield Remark("", f"Vouliez-vous dire{NBSP}:", (Try(meant, meant),), f"{NARROW}?")


def _of_unknown(query: str, unknown: UnknownValue) -> Remark:
    sentence = _UNKNOWN[unknown.field].format(quoted([unknown.value]))
    near = unknown.near or (_SOME_YEARS if unknown.field == "annee" else ())
    clause = _clause(query, unknown)
    if clause is None:
        return Remark(sentence)
    tries = tuple(Try(value, _with_value(query, clause, unknown.value, value)) for value in near)
    return Remark(sentence, f"Essayez{NBSP}:", tries, "." if near else "")


def _clause(query: str, unknown: UnknownValue) -> FieldClause | None:
    fields: Sequence[FieldClause] = parse(query).fields
    return next((c for c in fields if c.field == unknown.field and unknown.value in c.values), None)


def _with_value(query: str, clause: FieldClause, typed: str, meant: str) -> str:
    """Return ``query`` with the value ``meant`` in the place of the one that was typed."""
    values = dict.fromkeys(meant if value == typed else value for value in clause.values)
    name = ACCENTED.get(clause.field, clause.field)
    written = f"{'-' if clause.unwanted else ''}{name}:{','.join(map(quoted_value, values))}"
    return " ".join(query.replace(clause.text, written, 1).split())
