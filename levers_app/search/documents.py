"""What is indexed of a record: its names, its lead and its body, as clean text without marks or markup.

The texts are taken straight from the record: laying out a whole sheet for each of ten thousand examples would take
several times longer than indexing them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from levers_app.catalogue.departments import department_label
from levers_app.catalogue.marks import SOURCE_MARK
from levers_app.catalogue.records import CaseStudy, GlossaryTerm, Kind, LegalText, Lever
from levers_app.catalogue.vocabulary import Vocabulary

Indexable = Lever | CaseStudy | GlossaryTerm | LegalText

_MARKUP = re.compile(rf"(?<!\s)\s*(?:{SOURCE_MARK.pattern})|\*\*|^#+ +", re.MULTILINE)
_MAY_BE_MARKUP = re.compile(r"[\[*#]")
_ADDRESS = re.compile(r"\(?(?:https?://|www\.)\S+")
"""Web addresses: their parts are no words of the text."""


@dataclass(frozen=True, slots=True)
class SearchText:
    """The text of one record.

    Attributes:
        id: id of the record; ``kind`` its kind.
        title: its title, ``names`` what else it is called: sigles, short title, commune of an example.
        labels: its situations, organisation and place: searched like the lead, never shown as a passage.
        lead: what it is about, in a few sentences.
        body: everything else, one line a paragraph or item.
        problems: slugs of its situations.
        completeness: for an example, how much it says of what others need to do the same, from 0 to 1.
    """

    id: str
    kind: Kind
    title: str
    names: tuple[str, ...]
    labels: str
    lead: str
    body: str
    problems: tuple[str, ...] = ()
    completeness: float = 1.0


def search_text(record: Indexable, vocabulary: Vocabulary) -> SearchText:
    """Return the text that is indexed of ``record``, labels of its situations included."""
    match record:
        case Lever():
            return _lever(record, vocabulary)
        case CaseStudy():
            return _case(record, vocabulary)
        case LegalText():
            return _legal_text(record)
        case GlossaryTerm():
            return SearchText(record.id, "term", record.term, (record.expansion,), "", _lines((record.definition,)), "")


def _lever(lever: Lever, vocabulary: Vocabulary) -> SearchText:
    evidence = lever.evidence
    body = (
        *lever.objectives,
        *lever.description.split("\n\n"),
        *lever.success_conditions,
        *lever.limits,
        *(f"{step.title} : {step.detail}" for step in lever.steps),
        *(f"{actor.name} : {actor.role}" for actor in lever.actors),
        *(f"{text.text} {text.article} : {text.says}" for text in lever.legal),
        *lever.indicators,
        lever.costs,
        *lever.funding,
        *(evidence.effect, evidence.mechanism, evidence.moderators, evidence.implementation, evidence.economics),
        *(combination.why for combination in lever.combines_with),
    )
    names = (lever.short, *lever.acronyms)
    labels = _labels(lever.problems, vocabulary)
    lead = _lines((lever.summary,))
    return SearchText(lever.id, "lever", lever.title, names, labels, lead, _lines(body), lever.problems)


def _case(case: CaseStudy, vocabulary: Vocabulary) -> SearchText:
    department = department_label(case.department) if case.department else ""
    place = ", ".join(filter(None, (case.neighbourhood, case.commune, department, case.region)))
    labels = _lines((case.organisation, place, _labels(case.problems, vocabulary)))
    body = (
        *case.context.split("\n\n"),
        *case.actions,
        case.rationale,
        *case.steps,
        *(f"{result.statement} {result.figure}" for result in case.results),
        *case.difficulties,
        case.residents,
        *case.lessons,
        ", ".join(case.partners),
        case.intensity_why,
        case.cost,
    )
    names = (case.commune,) if case.commune else ()
    told = (case.context, case.actions, case.results, case.difficulties, case.lessons, case.partners, case.cost)
    share = sum(map(bool, told)) / len(told)
    return SearchText(case.id, "case", case.title, names, labels, "", _lines(body), case.problems, share)


def _legal_text(text: LegalText) -> SearchText:
    article = text.article if text.article != "-" else ""
    title = f"{text.text}, {article}" if article else text.text
    names = (article,) if article else ()
    return SearchText(text.id, "text", title, names, "", _lines(c.says for c in text.citations), "")


def _labels(slugs: Iterable[str], vocabulary: Vocabulary) -> str:
    return ", ".join(vocabulary.problems[slug].label for slug in slugs if slug in vocabulary.problems)


def _lines(texts: Iterable[str]) -> str:
    bare = (_MARKUP.sub("", text) if _MAY_BE_MARKUP.search(text) else text for text in texts)
    bare = (_ADDRESS.sub(" ", text) if "://" in text or "www." in text else text for text in bare)
    return "\n".join(line for text in bare if (line := " ".join(text.split())))
