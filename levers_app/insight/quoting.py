"""What lines are made with: words of the vocabulary inside a sentence, and what a sheet says, with its sources.

Words of the program go on after a colon. Those of a sheet stand after a dash, letter for letter: their first one may be
the name of a town, and they may hold a colon of their own.
"""

import re
from collections.abc import Iterable, Sequence

from levers_app.catalogue.marks import SOURCE_MARK, cited_sources
from levers_app.catalogue.records import Actor, Lever
from levers_app.catalogue.typography import NARROW, NBSP
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.insight.facts import QPV, SEVERAL, Line, Outcomes
from levers_app.insight.knowledge import Knowledge, Mask
from levers_app.sheets.wording import full_stop, listed, outcome_count, sentence, uncapitalised

_MARK = re.compile(rf"\s*{SOURCE_MARK.pattern}|\*\*")
_JOINS = re.compile(r", | et ")


def plain(text: str) -> str:
    """Return a text of a sheet without source marks and bold; a mark hides what space should stand before « ; »."""
    return _MARK.sub("", text).strip().replace(" ;", f"{NARROW};").replace(" :", f"{NBSP}:")


def quote(kind: str, lever: Lever, text: str, before: str = "") -> Line:
    """Return what the sheet of ``lever`` says, after the words ``before``: « À réunir d’abord », « Limite »."""
    told = after(before, text) if before else sentence(full_stop(plain(text)))
    return Line(kind, told, (lever.id,), 1, tuple(cited_sources(text)))


def after(before: str, text: str) -> str:
    """Return words of a sheet after some of ours: « Preuves moyennes — Une synthèse conclut… »."""
    return f"{before}{NBSP}— {full_stop(plain(text))}"


def actor_words(actor: Actor) -> str:
    """Return who takes part in a lever, and what they do: « Préfet : autorise l’installation »."""
    return f"{actor.name}{NBSP}: {uncapitalised(actor.role)}"


def of_cases(kind: str, text: str, knowledge: Knowledge, cases: Mask, *others: str) -> Line:
    """Return a line that comes from ``cases``, and from the records ``others``."""
    return Line(kind, text, (*others, *knowledge.ids(cases)), len(others) + cases.bit_count())


def of_levers(kind: str, text: str, levers: Iterable[Lever]) -> Line:
    """Return a line that comes from sheets."""
    origins = tuple(lever.id for lever in levers)
    return Line(kind, text, origins, len(origins))


def of_rule(kind: str, text: str, rule: str) -> Line:
    """Return a line that the program itself says, by one of its rules."""
    return Line(kind, text, (rule,), 1)


def problem_words(vocabulary: Vocabulary, slugs: Iterable[str]) -> str:
    """Return problems in a row, inside a sentence: « halls occupés et trafic »."""
    return listed([uncapitalised(vocabulary.problems[slug].short) for slug in slugs])


def lever_words(levers: Iterable[Lever]) -> str:
    """Return levers in a row, by their short names."""
    return enumerated([lever.short for lever in levers])


def enumerated(words: Sequence[str]) -> str:
    """Return words in a row, between semicolons where one holds what would join them: « Police et justice ; GLTD »."""
    return f"{NARROW}; ".join(words) if any(map(_JOINS.search, words)) else listed(words)


def outcome_words(outcomes: Outcomes) -> str:
    """Return « 2 positifs, 1 échec et 3 non évalués », or « positif » of a single example."""
    words = [outcome_count(count, slug) for slug, count in outcomes.met]
    return words[0].removeprefix("1 ") if outcomes.total == 1 else listed(words)


def territory_words(vocabulary: Vocabulary, slug: str) -> str:
    """Return a territory inside a sentence: « hors QPV »."""
    known = {QPV: "en QPV", SEVERAL: "en partie en QPV"}
    return known.get(slug) or uncapitalised(vocabulary.territories[slug].label)
