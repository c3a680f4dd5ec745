"""``leviers situation``: what can be pulled in a situation, why, what others did, what is not known."""

import dataclasses
import json
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence

from levers_app.catalogue.typography import NBSP, quoted
from levers_app.cli.filters import UnknownValueError, named_values
from levers_app.cli.searching import WRONG_USE, bring_index_in_step
from levers_app.cli.terminal import printable, say, use_utf8, warn
from levers_app.insight.asked import Situation, situation
from levers_app.insight.carrying import Carriers, Means, plan_carriers
from levers_app.insight.carrying_sentences import ACCESS_WORDS, GAIN
from levers_app.insight.combination import Plan, plan
from levers_app.insight.facts import Line, UnfitQuestionError
from levers_app.insight.knowledge import Knowledge
from levers_app.insight.nearest import Resemblance
from levers_app.insight.plan_sentences import WATCHED
from levers_app.insight.rules import Rule
from levers_app.insight.situation import Advice, Proposal
from levers_app.insight.situation import advise as advised
from levers_app.insight.ways import ways
from levers_app.search.fields import Value, Values
from levers_app.search.mentions import mentions
from levers_app.services import Services
from levers_app.sheets.wording import counted, place_and_period, short_label, uncapitalised

_MOST_ORIGINS = 3


def advise(arguments: Namespace, services: Services) -> int:
    """Answer for the situation of ``arguments``."""
    knowledge = services.knowledge()
    known = knowledge if arguments.restreints else knowledge.unrestricted
    hidden = len(knowledge.cases) - len(known.cases)
    if hidden:
        said = counted(hidden, "exemple restreint n’est pas compté", "exemples restreints ne sont pas comptés")
        warn(f"{said}{NBSP}: ajoutez «{NBSP}--restreints{NBSP}» pour cette fois.")
    try:
        asked, chosen = _asked(arguments, services, known)
        made = plan(known, asked, chosen) if chosen else None
    except (UnknownValueError, UnfitQuestionError) as error:
        warn(f"leviers situation{NBSP}: {error}")
        return WRONG_USE
    advice = advised(known, asked)
    carried = plan_carriers(known, made, asked.territory) if made else None
    if arguments.json:
        use_utf8()
        say(json.dumps(_data(advice, made, carried), ensure_ascii=False, indent=2))
    else:
        say(printable("\n".join(_told(known, advice, arguments.limite, made, carried))))
    return 0


def _asked(arguments: Namespace, services: Services, known: Knowledge) -> tuple[Situation, list[str]]:
    """Return the situation and the chosen levers that options name, by slugs, titles or sigles.

    Raises:
        UnknownValueError, UnfitQuestionError: something names nothing, several things, or contradicts the rest.
    """
    ids = [lever.id for lever in known.levers.values()]
    values = Values(services.vocabulary, lambda: services.base.reader.cards_of(ids).values())
    problems = [_problem(values, text) for text in arguments.probleme]
    territory = _one(values, "territory", "territoire", arguments.territoire)
    present = [_one(values, "lever", "present", text) for text in arguments.present]
    chosen = [_one(values, "lever", "levier", text) for text in arguments.levier]
    named: Sequence[str] = ()
    if arguments.mots.strip():
        bring_index_in_step(services)
        named = mentions(services.engine, arguments.mots)
    return situation(known, problems, territory, present, named), chosen


def _problem(values: Values, text: str) -> tuple[str, int]:
    name, _, intensity = text.rpartition(":")
    if not name or not intensity.strip().isdecimal():
        form = "un problème et son intensité de 1 à 5, comme occupation-halls:4"
        raise UnknownValueError(f"«{NBSP}--probleme{NBSP}» attend {form}, et non {quoted([printable(text)])}.")
    return _one(values, "problem", "probleme", name), int(intensity)


def _one(values: Values, facet: str, option: str, text: str) -> str:
    found: Sequence[Value] = tuple(named_values(values, facet, option, text))
    if len(found) > 1:
        several = ", ".join(value.slug for value in found[:6])
        raise UnknownValueError(
            f"«{NBSP}--{option}{NBSP}»{NBSP}: {quoted([printable(text)])} peut vouloir dire {several}. Choisissez."
        )
    return found[0].slug


def _data(advice: Advice, made: Plan | None, carried: Carriers | None) -> dict[str, object]:
    """Return the answer as JSON holds it: keys in English, texts as they are read, ids of records as origins."""
    data = dataclasses.asdict(advice)
    data["situation"]["problems"] = dict(advice.situation.problems)
    data["situation"]["named"] = sorted(advice.situation.named)
    data["plan"] = dataclasses.asdict(made) if made else None
    data["carriers"] = dataclasses.asdict(carried) if carried else None
    return data


def _told(known: Knowledge, advice: Advice, limit: int, made: Plan | None, carried: Carriers | None) -> Iterator[str]:
    yield from _heading(known, advice, limit)
    for number, proposal in enumerate(advice.proposals[:limit], start=1):
        yield from ("", f"{number}. {proposal.title}", f"   {proposal.id}", *_lines(proposal))
    for proposal in advice.present:
        yield from ("", f"Déjà en place{NBSP}: {proposal.title}", f"   {proposal.id}", *_lines(proposal))
    if made and carried:
        yield from ("", "LE PLAN", *_plan(made), "", "QUI PORTE, QUI PAIE", *_carriers(carried))
    yield from _section("EXEMPLES LES PLUS PROCHES", (line for near in advice.nearest for line in _near(known, near)))
    yield from _section("CE QU’ON NE SAIT PAS", map(_bullet, advice.unknown))
    yield from _section("COMMENT L’ORDRE EST FAIT", (line for rule in advice.order for line in _rule(rule)))


def _heading(known: Knowledge, advice: Advice, limit: int) -> Iterator[str]:
    asked = advice.situation
    said = (f"{known.vocabulary.problems[slug].short} ({intensity})" for slug, intensity in asked.problems)
    yield f"Situation{NBSP}: {', '.join(said)} · {short_label(known.vocabulary.territories[asked.territory])}"
    yield advice.grade.text
    count = len(advice.proposals)
    if not count:
        there = "Les leviers de la base qui y répondent sont tous en place."
        yield there if advice.present else "Essayez un problème voisin, ou complétez la base."
        return
    first = "le premier" if limit == 1 else f"les {limit} premiers"
    shown = f", {first}" if limit < count else ""
    yield f"{counted(count, 'levier')} à étudier{shown}{NBSP}:"


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    told = list(lines)
    if told:
        yield from ("", title, *told)


def _lines(proposal: Proposal) -> Iterator[str]:
    return (_bullet(line, proposal.id) for line in proposal.reasons)


def _bullet(line: Line, under: str = "") -> str:
    return f"   – {line.text}{_origins(line, under)}"


def _origins(line: Line, under: str) -> str:
    """Return which records a line comes from, but the one that it stands ``under``; rules are told at the end."""
    records = [id_ for id_ in line.origins if id_ != under and not id_.startswith("rule:")]
    shown = records[:_MOST_ORIGINS]
    more = ["…"] if len(records) > len(shown) or line.total > len(line.origins) else []
    return f" [{', '.join([*shown, *more])}]" if records else ""


def _near(known: Knowledge, near: Resemblance) -> Iterator[str]:
    outcome = short_label(known.vocabulary.outcomes[near.outcome])
    where = place_and_period(near.place, near.start, near.end)
    yield " · ".join(filter(None, (f" – {near.title}", outcome, where, near.id)))
    for title, lines in ((f"Ressemble{NBSP}— ", near.alike), (f"Diffère{NBSP}— ", near.differs), ("", near.unsaid)):
        if lines:
            yield f"   {title}{' '.join(line.text for line in lines)}"


def _plan(made: Plan) -> Iterator[str]:
    yield from _part("Réponse à cette intensité", made.grade)
    yield from _part("Familles couvertes", (each.line for each in made.families))
    yield from _part("Problèmes couverts", (each.line for each in made.problems))
    yield from _part("Se renforcent", made.reinforcements)
    yield from _part("Ensemble dans des exemples", (each.line for each in made.together))
    for kind, title in WATCHED.items():
        yield from _part(title, (line for line in made.warnings if line.kind == kind))
    yield from _part("Ce qu’on ne sait pas de ce plan", made.unknown)


def _part(title: str, lines: Iterable[Line]) -> Iterator[str]:
    told = [f"  {_bullet(line)}" for line in lines]
    if told:
        yield from (f"   {title}", *told)


def _carriers(carried: Carriers) -> Iterator[str]:
    yield from map(_bullet, carried.territory)
    for lever in carried.levers:
        yield f"   {lever.title} ({lever.id})"
        for title, found in ways(lever).items():
            yield f"     {title}{NBSP}:"
            yield from (f"    {_means(means, lever.id)}" for means in found)
        yield from (f"  {_bullet(line, lever.id)}" for line in (*lever.axes, *lever.unsaid))
    for gain in carried.gains:
        yield f"   {gain.label}{NBSP}: {GAIN}{_access(gain.access)}"
        yield from (f"  {_bullet(line)}" for line in gain.lines)


def _means(means: Means, under: str) -> str:
    return f"{_bullet(means.line, under)}{_access(means.access)}"


def _access(access: str) -> str:
    words = ACCESS_WORDS.get(access)
    return f" [{uncapitalised(words)}]" if words else ""


def _rule(rule: Rule) -> Iterator[str]:
    yield f"   – {rule.says}"
    source = f" ({rule.source})" if rule.source else ""
    yield f"     {rule.why}{source}"
