"""The notes that are made of a plan: one of its sheets, or a plan of action to fill in.

Restricted examples are not counted in them, since notes leave.
"""

import re
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from levers_app.catalogue.actions import CARRIERS
from levers_app.catalogue.brief import ActionsItem, Brief, SheetItem, TextItem
from levers_app.catalogue.brief_models import MODELS, new_brief
from levers_app.catalogue.records import slug_of
from levers_app.catalogue.typography import NBSP
from levers_app.desktop.situation_answer import asked_of
from levers_app.desktop.situation_state import Description
from levers_app.insight.acting import actions_of
from levers_app.insight.asked import Situation
from levers_app.insight.carrying import Carriers, plan_carriers
from levers_app.insight.carrying_sentences import ACCESS_WORDS
from levers_app.insight.combination import Plan, plan
from levers_app.insight.facts import Line
from levers_app.insight.knowledge import Knowledge
from levers_app.insight.plan_sentences import WATCHED
from levers_app.insight.quoting import plain, problem_words
from levers_app.insight.ways import ways
from levers_app.services import Services
from levers_app.sheets.wording import short_label, uncapitalised

_SIGNS = re.compile(r"\*|(?<!\w)_|_(?!\w)")
_FOLLOW_UP = (
    "Qui réunit les partenaires, et tous les combien\u00a0?",
    "Quels indicateurs sont relevés, par qui\u00a0?",
    "À quelle date décide-t-on de poursuivre, de changer ou d’arrêter\u00a0?",
)


class _Planned(NamedTuple):
    known: Knowledge
    asked: Situation
    made: Plan
    carried: Carriers


def plan_note(services: Services, description: Description) -> Brief:
    """Return a note of the levers kept, not yet stored: what they make together, then their sheets.

    Raises:
        UnfitQuestionError: no problem or no lever is chosen.
        StorageError: the base cannot be read.
    """
    planned = _planned(services, description)
    name = f"Plan{NBSP}: {_problems(planned)}"
    text = TextItem("\n".join((*_site(planned), *_together(planned), *_carriers(planned.carried))))
    note = Brief(str(uuid.uuid4()), name, items=(text, *(_sheet(services, id_) for id_ in planned.made.levers)))
    return replace(note, cover=replace(note.cover, title=name))


def _sheet(services: Services, record: str) -> SheetItem:
    return SheetItem(record, "page", seq=services.last_seq(record))


def action_plan(services: Services, description: Description) -> Brief:
    """Return a plan of action for the levers kept, not yet stored: diagnosis, objectives, actions, follow-up.

    Levers that are in place already are part of the diagnosis and have no steps to take.

    Raises:
        UnfitQuestionError: no problem or no lever is chosen.
        StorageError: the base cannot be read.
    """
    planned = _planned(services, description)
    known, carried = planned.known, {lever.id: lever for lever in planned.carried.levers}
    new = [
        lever for slug in description.chosen if (lever := known.levers.get(slug)) and slug not in planned.asked.present
    ]
    objectives = ("## Objectifs", *(line for lever in new for line in _objectives(lever.short, lever.objectives)))
    actions = tuple(action for lever in new for action in actions_of(lever, carried[lever.id], planned.asked.territory))
    name = f"Plan d’actions{NBSP}: {_problems(planned)}"
    items = (
        TextItem("\n".join(("## Diagnostic", *_site(planned, "###"), *_together(planned, "###")))),
        TextItem("\n".join(objectives)),
        ActionsItem(actions, territory=planned.asked.territory),
        TextItem(carriers_text(planned.carried)),
        TextItem("\n".join(_follow_up(planned.made))),
    )
    profile = services.recorder.profile
    note = new_brief(MODELS["plan"], items, name=name, organisation=profile.organisation, author=profile.name)
    return replace(note, cover=replace(note.cover, title=name))


def _planned(services: Services, description: Description) -> _Planned:
    known = services.knowledge().unrestricted
    asked = asked_of(services, known, description)
    made = plan(known, asked, [slug for slug in description.chosen if slug in known.levers])
    return _Planned(known, asked, made, plan_carriers(known, made, asked.territory))


def _problems(planned: _Planned) -> str:
    return problem_words(planned.known.vocabulary, (slug for slug, _ in planned.asked.problems))


def _site(planned: _Planned, level: str = "##") -> Iterator[str]:
    words, asked = planned.known.vocabulary, planned.asked
    yield f"{level} Le site"
    for slug, intensity in asked.problems:
        said = uncapitalised(words.intensities[str(intensity)].label)
        yield f"- {words.problems[slug].label}{NBSP}: {intensity}, {said}"
    yield f"- Territoire{NBSP}: {short_label(words.territories[asked.territory])}"
    if asked.present:
        present = ", ".join(planned.known.levers[slug].short for slug in asked.present)
        yield f"- Déjà en place{NBSP}: {_plain(present)}"


def _together(planned: _Planned, level: str = "##") -> Iterator[str]:
    made = planned.made
    yield from _part(f"{level} La réponse", made.grade)
    yield from _part(f"{level} Ce que couvre le plan", (each.line for each in (*made.families, *made.problems)))
    yield from _part(f"{level} Ce qui se renforce", made.reinforcements)
    yield from _part(f"{level} Ensemble dans des exemples", (each.line for each in made.together))
    yield from _part(f"{level} Ce qu’on ne sait pas", made.unknown)
    sheets = ", ".join(planned.known.levers[slug_of(id_)].title for id_ in made.levers)
    yield from (f"{level} D’après", f"Les fiches {_plain(sheets)}, et les exemples de la base.")


def _objectives(title: str, objectives: Iterable[str]) -> Iterator[str]:
    yield f"### {_plain(title)}"
    yield from (f"- {_plain(plain(text))}" for text in objectives)


def carriers_text(carried: Carriers) -> str:
    """Return who carries and pays, as a paragraph of a note."""
    return "\n".join(_carriers(carried))


def _carriers(carried: Carriers) -> Iterator[str]:
    yield CARRIERS
    yield from map(_item, carried.territory)
    for lever in carried.levers:
        yield f"### {_plain(lever.title)}"
        for title, found in ways(lever).items():
            yield f"{title}{NBSP}:"
            yield from (_item(means.line, means.access) for means in found)
        yield from map(_item, (*lever.axes, *lever.unsaid))
    if carried.gains:
        yield "## Ce que le plan apporterait à chaque convention"
    for gain in carried.gains:
        access = ACCESS_WORDS.get(gain.access)
        yield from _part(f"### {_plain(gain.label)}{f' ({uncapitalised(access)})' if access else ''}", gain.lines)


def _follow_up(made: Plan) -> Iterator[str]:
    """Yield what the follow-up has to say, as questions for the person, then what the sheets say is to be watched."""
    yield "## Suivi"
    yield from (f"- {question}" for question in _FOLLOW_UP)
    for kind, title in WATCHED.items():
        yield from _part(f"### {title}", (line for line in made.warnings if line.kind == kind))


def _part(title: str, lines: Iterable[Line]) -> Iterator[str]:
    items = list(map(_item, lines))
    if items:
        yield from (title, *items)


def _item(line: Line, access: str = "") -> str:
    """Return a line as an item of a list, with what the territory of the site changes to it."""
    said = ACCESS_WORDS.get(access)
    return f"- {_plain(line.text)}{f' **{said}.**' if said else ''}"


def _plain(text: str) -> str:
    """Return a text without what would make some of it bold or in italics: notes know no way to escape it."""
    return _SIGNS.sub("", " ".join(text.split()))
