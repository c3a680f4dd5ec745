"""What two versions of a record differ by, field by field, in the words that sheets use; and who wrote a version."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from levers_app.catalogue.departments import department_label
from levers_app.catalogue.records import (
    Actor,
    Attachment,
    Combination,
    Confirmed,
    Evidence,
    Kind,
    LegalReference,
    Period,
    Record,
    Result,
    Source,
    Step,
)
from levers_app.catalogue.typography import NBSP
from levers_app.catalogue.vocabulary import Entry, Vocabulary
from levers_app.sheets.rewording import Span, bare, likeness, shortened, word_spans, words_of
from levers_app.sheets.wording import (
    STUDIED,
    counted,
    dates,
    evidence_texts,
    full_stop,
    legal_label,
    moment,
    nature,
    short_label,
)
from levers_app.store.history import CONTENT_AUTHOR, Version

MOST_NAMED = 6
"""Fields that a summary names."""

LABELS: Mapping[Kind, Mapping[str, str]] = {
    "lever": {
        "slug": "Identifiant",
        "title": "Titre",
        "short": "Titre court",
        "acronyms": "Sigles et autres noms",
        "family": "Famille",
        "summary": "Résumé",
        "description": "Description",
        "objectives": "Objectifs",
        "success_conditions": "À quelles conditions",
        "limits": "Limites et effets indésirables",
        "evidence": "Ce que disent les évaluations",
        "legal": "Textes",
        "actors": "Acteurs",
        "steps": "Mise en œuvre",
        "indicators": "Indicateurs",
        "costs": "Coûts",
        "funding": "Financements",
        "problems": "Situations",
        "combines_with": "Se combine avec",
        "sources": "Sources",
    },
    "local": {
        "slug": "Levier",
        "contacts": "Contacts",
        "agreement": "Convention locale",
        "practice": "Notre pratique",
        "notes": "Notes",
    },
    "case": {
        "slug": "Identifiant",
        "title": "Titre",
        "status": "État de la fiche",
        "review_comment": "Demande de relecture",
        "confidentiality": "Confidentialité",
        "outcome": "Résultat",
        "commune": "Commune",
        "department": "Département",
        "region": "Région",
        "neighbourhood": "Quartier",
        "territory": "Territoire",
        "period": "Période",
        "results": "Résultats",
        "context": "Contexte",
        "intensity": "Intensité",
        "intensity_why": "Pourquoi cette intensité",
        "actions": "Ce qui a été fait",
        "rationale": "Pourquoi ce choix",
        "steps": "Mise en œuvre",
        "difficulties": "Difficultés",
        "residents": "La part des habitants",
        "lessons": "Enseignements",
        "cost": "Coût",
        "levers": "Leviers mobilisés",
        "organisation": "Porté par",
        "partners": "Partenaires",
        "problems": "Situations",
        "attachments": "Photos et documents",
        "confirmed": "Données personnelles laissées",
        "source": "Source",
        "other_sources": "Autres sources",
    },
    "term": {
        "slug": "Identifiant",
        "term": "Terme",
        "expansion": "En toutes lettres",
        "definition": "Définition",
        "see": "Leviers concernés",
        "source": "Source",
    },
}
"""What the fields of each kind of record are called, in the order of its sheet."""

MOVED = "ordre changé"
BLANKS = "espaces ou retours à la ligne changés"
UNSEEN = "détails changés"

_SHORT = 60
_LIKE = 0.5
_MOST_PAIRS = 2500


@dataclass(frozen=True, slots=True)
class Names:
    """What slugs are called: the closed vocabularies, and the titles of levers by slug."""

    vocabulary: Vocabulary
    levers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one field.

    Attributes:
        label: what sheets call it.
        removed: lines that are gone; a value in a few words is one line.
        added: lines that are new.
        changed: lines and texts that were reworded, each as what became of its words.
        note: what no line shows, as « ordre changé ».
    """

    label: str
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    changed: tuple[tuple[Span, ...], ...] = ()
    note: str = ""


def differences(before: Record | None, after: Record, names: Names) -> list[Difference]:
    """Return what ``after`` changed, in the order of its sheet; all that it holds when there was nothing before."""
    old = before if before is None or type(before) is type(after) else None
    found: list[Difference] = []
    for field, label in LABELS[after.kind].items():
        if field == "slug" and old is None:
            continue  # of a new record it tells a person nothing
        values = getattr(old, field) if old else (), getattr(after, field)
        if values[0] != values[1]:
            lines = _lines(field, values[0], names), _lines(field, values[1], names)
            is_list = isinstance(values[1], tuple | Evidence)
            found.append(_list_difference(label, *lines) if is_list else _text_difference(label, *lines))
    return found if old else [difference for difference in found if difference.added]


def summary(found: Sequence[Difference], action: str = "update") -> str:
    """Return what a version changed in few words: « 3 rubriques modifiées : Contexte, Résultats, Coût »."""
    if action in _WHOLE:
        return _WHOLE[action]
    if not found:
        return "Aucune différence"
    named = [difference.label for difference in found[:MOST_NAMED]] + ["…"] * (len(found) > MOST_NAMED)
    return f"{counted(len(found), 'rubrique modifiée', 'rubriques modifiées')}{NBSP}: {', '.join(named)}"


def told(version: Version, now: datetime | None = None, done: str = "") -> str:
    """Return who wrote a version, and when in local time: « Modifiée par Nadia (Office X) hier à 14 h 32 ».

    ``done`` says it in another word, such as « Renvoyée ».
    """
    when = moment(version.at, now)
    if version.author == CONTENT_AUTHOR:
        return f"{_SHIPPED.get(version.action, 'Modifiée par Leviers')} {when}"
    usual = "Rétablie" if version.action == "create" and version.again else _DONE.get(version.action, "Modifiée")
    done = done or usual
    return " ".join(part for part in (done, f"par {version.author}" if version.author.strip() else "", when) if part)


_WHOLE = {"create": "Créée", "delete": "Supprimée"}
_DONE = {"create": "Créée", "update": "Modifiée", "delete": "Supprimée"}
_SHIPPED = {
    "create": "Fournie avec Leviers",
    "update": "Mise à jour avec Leviers",
    "delete": "Retirée avec une mise à jour de Leviers",
}


def _text_difference(label: str, old: Sequence[str], new: Sequence[str]) -> Difference:
    """Return what became of a field that holds one text or value; ``old`` and ``new`` are it, or nothing."""
    if [*map(bare, old)] == [*map(bare, new)]:
        return Difference(label, note=_unseen(old, new))
    if not old or not new or _are_short(old[0], new[0]):
        return Difference(label, tuple(old), tuple(new))
    return Difference(label, changed=(shortened(word_spans(old[0], new[0])),))


def _list_difference(label: str, old: Sequence[str], new: Sequence[str]) -> Difference:
    """Return what became of a list: lines that only moved are not told, unless nothing else changed."""
    gone, come = _left(old, new), _left(new, old)
    if not gone and not come:
        return Difference(label, note=MOVED if [*map(bare, old)] != [*map(bare, new)] else _unseen(old, new))
    pairs = _reworded(gone, come)
    changed = tuple(shortened(word_spans(gone[i], come[j])) for i, j in pairs.items())
    removed = tuple(line for place, line in enumerate(gone) if place not in pairs)
    added = tuple(line for place, line in enumerate(come) if place not in pairs.values())
    return Difference(label, removed, added, changed)


def _left(lines: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return those of ``lines`` that ``others`` do not have, in order; a line may be there several times."""
    there = Counter(map(bare, others))
    left = list[str]()
    for line in lines:
        words = bare(line)
        if there[words]:
            there[words] -= 1
        else:
            left.append(line)
    return left


def _reworded(gone: Sequence[str], come: Sequence[str]) -> dict[int, int]:
    """Return which of the lines that are ``gone`` were reworded, each with its place among those that ``come``."""
    if len(gone) * len(come) > _MOST_PAIRS:
        return {}
    words = [words_of(line) for line in come]
    pairs: dict[int, int] = {}
    for place, line in enumerate(gone):
        own = words_of(line)
        free = (other for other in range(len(come)) if other not in pairs.values())
        alike = {o: likeness(own, words[o]) for o in free if not _are_short(line, come[o])}
        best = max(alike, key=lambda other: alike[other], default=None)
        if best is not None and alike[best] >= _LIKE:
            pairs[place] = best
    return pairs


def _unseen(old: Sequence[str], new: Sequence[str]) -> str:
    return UNSEEN if list(old) == list(new) else BLANKS


def _are_short(*texts: str) -> bool:
    return all(len(text) <= _SHORT and "\n" not in text for text in texts)


def _lines(field: str, value: object, names: Names) -> tuple[str, ...]:
    """Return the value of a field as a person reads it, line by line; nothing where it holds nothing."""
    if isinstance(value, Evidence):
        return tuple(_evidence_lines(value, names))
    items = value if isinstance(value, tuple) else (value,)
    return tuple(line for item in items if (line := _line(field, item, names)))


def _line(field: str, item: Any, names: Names) -> str:  # noqa: ANN401 - whatever a field holds
    if item is None:
        return ""
    if type(item) in _PARTS:
        return _PARTS[type(item)](item, names)
    return _SLUGS[field](str(item), names) if field in _SLUGS and item != "" else str(item)


def _evidence_lines(evidence: Evidence, names: Names) -> Iterator[str]:
    if evidence.strength:
        yield _label(names.vocabulary.strengths, evidence.strength)
    yield from (_with_colon(label, text) for label, text in evidence_texts(evidence))
    if evidence.studied:
        problems = [_label(names.vocabulary.problems, slug) for slug in evidence.studied]
        yield _with_colon(STUDIED, ", ".join(problems))


def _with_colon(label: str, text: str) -> str:
    return f"{label}{NBSP}: {text}" if label and text else label or text


def _label(entries: Mapping[str, Entry], slug: str) -> str:
    return entries[slug].label if slug in entries else slug


def _short_label(entries: Mapping[str, Entry], slug: str) -> str:
    return short_label(entries[slug]) if slug in entries else slug


def _intensity(level: str, names: Names) -> str:
    entry = names.vocabulary.intensities.get(level)
    return f"{level} sur 5, {entry.label.lower()}" if entry else level


def _lever(slug: str, names: Names) -> str:
    return names.levers.get(slug, slug)


def _source(source: Source) -> str:
    mark = f"[{source.id}] " if source.id else ""
    return mark + ", ".join(str(part) for part in (source.title, source.publisher, source.year, source.url) if part)


def _result(result: Result) -> str:
    return f"{_with_colon(result.statement, result.figure)} ({nature(measured=result.measured)})"


def _legal(reference: LegalReference) -> str:
    says = _with_colon(legal_label(reference.text, reference.article), reference.says)
    source = f" [{reference.source}]" if reference.source else ""
    verify = f" (à vérifier{NBSP}: {reference.verify})" if reference.verify else ""
    return f"{says}{source}{verify}"


def _attachment(attachment: Attachment) -> str:
    use = "imprimé avec la fiche" if attachment.printed else "non imprimé"
    return f"{_with_colon(attachment.name, attachment.caption)} ({use})"


def _confirmed(confirmed: Confirmed) -> str:
    field = LABELS["case"].get(confirmed.key.partition(".")[0], confirmed.key)
    quoted = f"«{NBSP}{confirmed.text}{NBSP}»"
    return _with_colon(field, f"{quoted}, {confirmed.reason}" if confirmed.reason else quoted)


def _step(step: Step) -> str:
    return f"{full_stop(step.title)} {step.detail}" if step.title and step.detail else step.title or step.detail


_PARTS: Mapping[type, Callable[[Any, Names], str]] = {
    Actor: lambda actor, _: _with_colon(actor.name, actor.role),
    Attachment: lambda attachment, _: _attachment(attachment),
    Combination: lambda other, names: _with_colon(_lever(other.lever, names), other.why),
    Confirmed: lambda confirmed, _: _confirmed(confirmed),
    LegalReference: lambda reference, _: _legal(reference),
    Period: lambda period, _: dates(period),
    Result: lambda result, _: _result(result),
    Source: lambda source, _: _source(source),
    Step: lambda step, _: _step(step),
}

_SLUGS: Mapping[str, Callable[[str, Names], str]] = {
    "problems": lambda slug, names: _label(names.vocabulary.problems, slug),
    "family": lambda slug, names: _label(names.vocabulary.families, slug),
    "outcome": lambda slug, names: _short_label(names.vocabulary.outcomes, slug),
    "territory": lambda slug, names: _short_label(names.vocabulary.territories, slug),
    "status": lambda slug, names: _label(names.vocabulary.statuses, slug),
    "confidentiality": lambda slug, names: _label(names.vocabulary.confidentialities, slug),
    "intensity": _intensity,
    "department": lambda number, _: department_label(number),
    "levers": _lever,
    "see": _lever,
}
