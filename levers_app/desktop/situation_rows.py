"""What the pages of an answer show, row by row; no Qt here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from levers_app.catalogue.records import record_id, slug_of
from levers_app.catalogue.typography import NBSP
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.desktop.line_rows import Filters, LineRow, heading, line_row, section
from levers_app.desktop.situation_answer import Answer
from levers_app.insight.carrying import Carried, Means
from levers_app.insight.carrying_sentences import ACCESS_WORDS, GAIN
from levers_app.insight.combination import Covered, Plan
from levers_app.insight.facts import PUBLISHED, Line
from levers_app.insight.nearest import Resemblance
from levers_app.insight.plan_sentences import WATCHED
from levers_app.insight.rules import RULES, Rule
from levers_app.insight.situation import Proposal
from levers_app.insight.ways import ways
from levers_app.sheets.wording import counted, place_and_period, short_label

_GROUPS: Mapping[str, tuple[str, ...]] = {
    "Pourquoi ici": ("problems", "reserved", "combines"),
    "Ce que disent les évaluations": ("evidence",),
    "Ce que déclarent les exemples": ("examples",),
    "D’abord": ("condition", "legal-step", "legal", "verify"),
    "Sa place dans l’ordre": ("place",),
}
"""The reasons for a lever, by the kinds of their lines: what is evaluated and what is declared stand apart."""
_WATCHED = frozenset({"reserved", "verify"})
_GAPS = frozenset({"family-gap", "problem-gap", "grade-gap", "agreement-unsaid", "money-unsaid", "money-closed"})


def reason_rows(answer: Answer, proposal: Proposal) -> list[LineRow]:
    """Return why a lever is proposed, group by group."""
    filters = _filters(answer, levers=(slug_of(proposal.id),))
    rows: list[LineRow] = []
    for title, kinds in _GROUPS.items():
        lines = [line for line in proposal.reasons if line.kind in kinds]
        rows += section(title, (_reason(line, filters) for line in lines))
    return rows


def telling(proposal: Proposal, most: int) -> str:
    """Return what sets a lever apart in a list whose levers answer ``most`` problems together.

    That it answers them all goes without saying, since those around it do too; that it answers fewer, or none, is said.
    """
    answered = proposal.reason("problems")
    if answered is not None and not proposal.addressed:
        return answered.text
    share = answered.text.partition(f"{NBSP}:")[0] if answered is not None and len(proposal.addressed) < most else ""
    own = next(filter(None, map(proposal.reason, ("reserved", "combines", "condition", "evidence"))), answered)
    return ". ".join(filter(None, (share, own.text if own is not None else "")))


def _reason(line: Line, filters: Filters) -> LineRow:
    counts = any(id_.startswith("case:") for id_ in line.origins)
    return line_row(line, filters=filters if counts else None, warns=line.kind in _WATCHED)


def _filters(answer: Answer, levers: tuple[str, ...] = ()) -> Filters:
    """Return the filters of the list of published examples that share a problem, and use these levers."""
    problems = tuple(trouble.problem for trouble in answer.description.troubles)
    used = (("lever", levers),) if levers else ()
    return (("problem", problems), *used, ("status", (PUBLISHED,)))


def plan_rows(answer: Answer, words: Vocabulary) -> list[LineRow]:
    """Return what the levers kept make together; a remark on what to do when there are none."""
    made = answer.plan
    if made is None:
        return [
            heading("Aucun levier retenu"),
            LineRow(
                "Dans l’onglet «\u00a0Leviers\u00a0», Espace ou le bouton «\u00a0Ajouter au plan\u00a0» retient un "
                "levier. Le plan dit alors ce qui est couvert, ce qui manque, et qui peut porter et payer.",
                quiet=True,
            ),
        ]
    return [*_held(answer, made), *_covered(made, words), *_bound(made), *_carried(answer)]


def _held(answer: Answer, made: Plan) -> Iterator[LineRow]:
    present = {record_id("lever", slug) for slug in answer.description.present}
    rows = (
        LineRow(
            answer.titles.get(id_, id_),
            (id_,),
            1,
            mark="lever",
            note="déjà en place" if id_ in present else "",
            key="" if id_ in present else id_,
        )
        for id_ in made.levers
    )
    yield from section("Leviers du plan", rows, counted(len(made.levers), "levier"))
    yield from section("Réponse à cette intensité", (line_row(line, warns=line.kind in _GAPS) for line in made.grade))


def _covered(made: Plan, words: Vocabulary) -> Iterator[LineRow]:
    there = sum(bool(family.levers) for family in made.families)
    families = (_coverage(each, mark=each.slug) for each in made.families)
    yield from section("Familles couvertes", families, f"{there} sur {len(words.families)}")
    there = sum(bool(problem.levers) for problem in made.problems)
    problems = (_coverage(each, mark="problem") for each in made.problems)
    yield from section("Problèmes couverts", problems, f"{there} sur {len(made.problems)}")


def _coverage(covered: Covered, mark: str) -> LineRow:
    note = counted(len(covered.levers), "levier") if covered.levers else "rien encore"
    return line_row(covered.line, mark=mark, note=note, warns=not covered.levers)


def _bound(made: Plan) -> Iterator[LineRow]:
    """Yield what holds the plan together, what examples say of it, and what must be watched."""
    yield from section("Se renforcent", map(line_row, made.reinforcements))
    together = (line_row(each.line, filters=_filters_of_all(each.levers)) for each in made.together)
    yield from section("Ensemble dans des exemples", together)
    for kind, title in WATCHED.items():
        yield from section(title, (line_row(line) for line in made.warnings if line.kind == kind))
    yield from section("Ce qu’on ne sait pas de ce plan", map(line_row, made.unknown))


def _filters_of_all(levers: Sequence[str]) -> Filters:
    """Filters add the values of a facet up: the list holds the examples of any of these levers."""
    return (("lever", tuple(map(slug_of, levers))), ("status", (PUBLISHED,)))


def _carried(answer: Answer) -> Iterator[LineRow]:
    if answer.carried is None:
        return
    yield heading("Qui porte, qui paie")
    yield from map(line_row, answer.carried.territory)
    for lever in answer.carried.levers:
        yield from _carried_lever(lever)
    for gain in answer.carried.gains:
        note = ACCESS_WORDS.get(gain.access, "")
        yield from section(f"{gain.label}{NBSP}: {GAIN}", map(line_row, gain.lines), note)


def _carried_lever(lever: Carried) -> Iterator[LineRow]:
    yield heading(lever.title)
    for title, found in ways(lever).items():
        yield LineRow(f"{title}{NBSP}:", quiet=True)
        yield from map(_means, found)
    yield from map(line_row, lever.axes)
    yield from (line_row(line, warns=True) for line in lever.unsaid)


def _means(means: Means) -> LineRow:
    closed = ACCESS_WORDS.get(means.access, "")
    return line_row(means.line, note=closed, warns=bool(closed))


def nearest_rows(answer: Answer, words: Vocabulary) -> list[LineRow]:
    """Return the examples that resemble most, each with what resembles, what differs and what it does not say."""
    if not answer.advice.nearest:
        return [
            heading("Aucun exemple ne partage un de ces problèmes"),
            LineRow("Ajoutez un problème voisin, ou écrivez le vôtre\u00a0: Ctrl + N ajoute un exemple.", quiet=True),
        ]
    rows: list[LineRow] = []
    for near in answer.advice.nearest:
        rows += _near(near, words)
    return rows


def _near(near: Resemblance, words: Vocabulary) -> Iterator[LineRow]:
    where = place_and_period(near.place, near.start, near.end)
    outcome = short_label(words.outcomes[near.outcome])
    note = " · ".join(filter(None, (outcome, where)))
    yield LineRow(near.title, (near.id,), 1, mark=near.outcome, note=note, begins=True)
    if near.alike:
        yield LineRow(f"Ressemble{NBSP}— {_together(near.alike)}", quiet=True)
    if near.differs:
        yield LineRow(f"Diffère{NBSP}— {_together(near.differs)}", quiet=True)
    if near.unsaid:
        yield LineRow(_together(near.unsaid), quiet=True)


def _together(lines: Iterable[Line]) -> str:
    return " ".join(line.text for line in lines)


def unknown_rows(answer: Answer) -> list[LineRow]:
    """Return what the base cannot say."""
    filters = _filters(answer)
    rows = [_reason(line, filters) for line in answer.advice.unknown]
    if not rows:
        return [LineRow("La base a de quoi répondre sur chacun de ces problèmes, à cette intensité.", quiet=True)]
    return [heading("Ce qu’on ne sait pas"), *rows]


def rule_rows(grade: Line | None = None, rules: Iterable[Rule] = RULES) -> list[LineRow]:
    """Return how the order is made, after the ``grade`` of answer: each rule, its reason, where it comes from."""
    rows = [heading("Réponse à cette intensité"), line_row(grade)] if grade is not None else []
    rows.append(heading("Comment cet ordre est fait"))
    for number, rule in enumerate(rules):
        rows.append(LineRow(rule.says, key=rule.id, begins=bool(number)))
        rows.append(LineRow(rule.why, quiet=True))
        if rule.source:
            page = (rule.url,) if rule.url else ()
            rows.append(LineRow(f"Source{NBSP}: {rule.source}.", page, len(page), quiet=True))
    return rows
