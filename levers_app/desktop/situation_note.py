"""The note that is made of a plan: the site, what the plan covers and lacks, who carries it, then its sheets."""

import re
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import replace

from levers_app.catalogue.brief import Brief, SheetItem, TextItem
from levers_app.catalogue.typography import NBSP
from levers_app.desktop.situation_answer import asked_of
from levers_app.desktop.situation_state import Description
from levers_app.insight.asked import Situation
from levers_app.insight.carrying import Carriers, plan_carriers
from levers_app.insight.combination import Plan, plan
from levers_app.insight.facts import Line
from levers_app.insight.knowledge import Knowledge
from levers_app.insight.quoting import problem_words
from levers_app.services import Services
from levers_app.sheets.wording import short_label, uncapitalised

_SIGNS = re.compile(r"\*|(?<!\w)_|_(?!\w)")


def plan_note(services: Services, description: Description) -> Brief:
    """Return a note of the levers kept, not yet stored; restricted examples are not counted in it, since it leaves.

    Raises:
        UnfitQuestionError: no problem or no lever is chosen.
        StorageError: the base cannot be read.
    """
    known = services.knowledge().unrestricted
    asked = asked_of(services, known, description)
    made = plan(known, asked, [slug for slug in description.chosen if slug in known.levers])
    carried = plan_carriers(known, made, asked.territory)
    name = f"Plan{NBSP}: {problem_words(known.vocabulary, (slug for slug, _ in asked.problems))}"
    text = TextItem("\n".join(_text(known, asked, made, carried)))
    note = Brief(str(uuid.uuid4()), name, items=(text, *(SheetItem(id_, "page") for id_ in made.levers)))
    return replace(note, cover=replace(note.cover, title=name))


def _text(known: Knowledge, asked: Situation, made: Plan, carried: Carriers) -> Iterator[str]:
    words = known.vocabulary
    yield "## Le site"
    for slug, intensity in asked.problems:
        level = uncapitalised(words.intensities[str(intensity)].label)
        yield f"- {words.problems[slug].label}{NBSP}: {intensity}, {level}"
    yield f"- Territoire{NBSP}: {short_label(words.territories[asked.territory])}"
    yield from _part("La réponse", made.grade)
    yield from _part("Ce que couvre le plan", (each.line for each in (*made.families, *made.problems)))
    yield from _part("Ce qui se renforce", made.reinforcements)
    yield from _part("Ensemble dans des exemples", (each.line for each in made.together))
    yield from _part("Ce qu’on ne sait pas", made.unknown)
    yield "## Qui porte, qui paie"
    yield from map(_item, carried.territory)
    for lever in carried.levers:
        yield f"### {_plain(lever.title)}"
        means = (each.line for each in (*lever.agreements, *lever.money))
        yield from map(_item, (*means, *lever.axes, *lever.unsaid))


def _part(title: str, lines: Iterable[Line]) -> Iterator[str]:
    items = list(map(_item, lines))
    if items:
        yield from (f"## {title}", *items)


def _item(line: Line) -> str:
    return f"- {_plain(line.text)}"


def _plain(text: str) -> str:
    """Return a text without what would make some of it bold or in italics: notes know no way to escape it."""
    return _SIGNS.sub("", " ".join(text.split()))
