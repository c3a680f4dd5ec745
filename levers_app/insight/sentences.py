"""The sentences about a situation: why a lever, what examples have in common with it, what is not known."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from levers_app.catalogue.records import Card, Lever
from levers_app.catalogue.typography import NARROW, NBSP
from levers_app.insight import rules
from levers_app.insight.asked import Situation
from levers_app.insight.facts import UNKNOWN, Line, Outcomes
from levers_app.insight.knowledge import Knowledge, Mask
from levers_app.insight.quoting import (
    after,
    enumerated,
    lever_words,
    of_cases,
    of_levers,
    of_rule,
    outcome_words,
    problem_words,
    quote,
    territory_words,
)
from levers_app.sheets.inline import first_sentence
from levers_app.sheets.wording import counted, legal_label, listed, uncapitalised

_GRADES = {
    rules.USUAL: "Réponse habituelle\u00a0: à cette intensité, un levier bien tenu qui répond à chaque problème est le "
    "point de départ.",
    rules.REINFORCED: "Réponse renforcée\u00a0: les troubles sont installés\u202f; il faut réunir plusieurs leviers et "
    "plusieurs métiers.",
    rules.TOGETHER: "Réponse d’ensemble\u00a0: à cette intensité, aucun levier ne suffit seul\u202f; les six familles "
    "sont à mobiliser à la fois.",
}
_MOST_TEXTS = 3


def graded(intensity: int) -> Line:
    """Return the grade of answer that an intensity calls for."""
    return of_rule("grade", _GRADES[rules.grade(intensity)], "rule:reponse-graduee")


def no_lever(asked: Situation) -> Line:
    """Say that there is nothing from which an answer of any grade could be made."""
    return of_rule("grade", f"Aucun levier de la base ne répond à {_these(asked)}.", "rule:problemes")


def _these(asked: Situation) -> str:
    return "ces problèmes" if len(asked.problems) > 1 else "ce problème"


def addresses(knowledge: Knowledge, asked: Situation, lever: Lever, used: Mask) -> Line:
    """Say which of the stated problems the sheet answers; when none, that examples used it nonetheless."""
    answered = [slug for slug, _ in asked.problems if slug in lever.problems]
    if not answered:
        count = counted(used.bit_count(), "exemple comparable l’a", "exemples comparables l’ont")
        text = f"Sa fiche ne cite pas {_these(asked)}{NARROW}; {count} pourtant utilisé."
        return of_cases("problems", text, knowledge, used, lever.id)
    words = problem_words(knowledge.vocabulary, answered)
    all_ = len(asked.problems)
    if all_ == 1:
        share = ""
    elif len(answered) == all_:
        share = f" aux {all_} problèmes"
    else:
        share = f" à {counted(len(answered), 'problème')} sur {all_}"
    return of_levers("problems", f"Répond{share or ' au problème'}{NBSP}: {words}.", (lever,))


def evaluated(knowledge: Knowledge, asked: Situation, lever: Lever) -> Line:
    """Say how sure evaluations are of the stated problems, and what they found: never one without the other."""
    strength = knowledge.vocabulary.strengths[lever.evidence.strength].label
    sure = _sure_of(knowledge, asked, lever)
    return quote("evidence", lever, first_sentence(lever.evidence.effect), f"{strength}{sure}")


def _sure_of(knowledge: Knowledge, asked: Situation, lever: Lever) -> str:
    """Say of which problems evaluations are sure, where it is not of all that the lever answers."""
    answered = [slug for slug, _ in asked.problems if slug in lever.problems]
    if not answered:
        return "" if not rules.EVIDENCE[lever.evidence.strength] else ", qui ne comptent pas ici"
    sure = [slug for slug in answered if rules.strength_for(lever, slug) == lever.evidence.strength]
    if sure == answered:
        return ""
    if sure:
        return f" ({problem_words(knowledge.vocabulary, sure)} seulement)"
    weak = uncapitalised(knowledge.vocabulary.strengths[rules.ELSEWHERE].label)
    return f", non établies pour {_these(asked)} (comptées comme {weak})"


def declared(knowledge: Knowledge, lever: Lever, cases: rules.Comparable) -> Line:
    """Say how the comparable examples of a lever ended, and how far they may be trusted."""
    counted_ = cases.counted
    outcomes = knowledge.outcomes(counted_)
    if not outcomes.total:
        text = f"Aucun exemple comparable{NBSP}: rien ne dit ce qu’il donne dans cette situation."
        return of_levers("examples", text, (lever,))
    count = counted(outcomes.total, "exemple comparable", "exemples comparables")
    parts = [told_outcomes(outcomes, count), _nearness(outcomes.total, cases)]
    if measured := counted_ & knowledge.having("measured", True):
        parts.append(_measured(knowledge, outcomes.total, measured))
    return of_cases("examples", " ".join(parts), knowledge, counted_, lever.id)


def _measured(knowledge: Knowledge, total: int, measured: Mask) -> str:
    """Say how many examples give what was measured: that is not to say how the action ended (``FORMAT.md``)."""
    count, unevaluated = measured.bit_count(), knowledge.outcomes(measured).unevaluated
    said = f"{_of_them(total, count, 'cite', 'citent')} une donnée mesurée"
    if not unevaluated:
        return f"{said}."
    among = f", dont {unevaluated}" if unevaluated < count else ","
    return f"{said}{among} sans que l’action soit évaluée."


def _nearness(total: int, cases: rules.Comparable) -> str:
    """Say how many comparable examples are of a near intensity: the others do not say theirs."""
    if near := cases.near.bit_count():
        return f"{_of_them(total, near, 'est', 'sont')} d’une intensité proche."
    return "Il ne dit pas son intensité." if total == 1 else "Aucun ne dit son intensité."


def _of_them(total: int, some: int, singular: str, plural: str) -> str:
    return f"Il {singular}" if total == 1 else counted(some, singular, plural)


def told_outcomes(outcomes: Outcomes, count: str) -> str:
    """Return how examples ended, and how far that may be trusted, after their ``count`` in words."""
    return f"{count} ({outcome_words(outcomes)}). {confidence(outcomes)}".strip()


def confidence(outcomes: Outcomes) -> str:
    """Say that a number is too small to conclude, or that failures prevail; nothing otherwise."""
    if outcomes.total and not outcomes.evaluated:
        one, several = "Il n’est pas évalué", "Aucun n’est évalué"
        return f"{one if outcomes.total == 1 else several}{NBSP}: on ne sait pas si l’action a réussi."
    if outcomes.total and rules.is_few(outcomes):
        return f"{counted(outcomes.evaluated, 'exemple évalué', 'exemples évalués')}{NBSP}: trop peu pour conclure."
    return "Plus d’échecs que de réussites." if outcomes.negative > outcomes.positive else ""


def conditions(lever: Lever, most: int) -> Iterator[Line]:
    """Yield what must be met first."""
    return (quote("condition", lever, text, "À réunir d’abord") for text in lever.success_conditions[:most])


def legal(lever: Lever) -> Iterator[Line]:
    """Yield the texts to read before acting, and what of them must be checked."""
    if not lever.legal:
        yield of_levers("legal", "Sa fiche ne cite aucun texte de loi.", (lever,))
        return
    names = list(dict.fromkeys(legal_label(text.text, text.article) for text in lever.legal))
    shown = names[:_MOST_TEXTS] if len(names) > _MOST_TEXTS + 1 else names
    more = [f"{len(names) - len(shown)} autres"] if len(shown) < len(names) else []
    words = enumerated([*shown, *more])
    sources = tuple(dict.fromkeys(text.source for text in lever.legal if text.source))
    yield Line("legal", f"Textes à lire avant d’agir{NBSP}: {words}.", (lever.id,), 1, sources)
    for text in lever.legal:
        if text.verify:
            yield quote("verify", lever, text.verify, f"À vérifier, {legal_label(text.text, text.article)}")


def legal_steps(lever: Lever) -> Iterator[Line]:
    """Yield what the texts that a sheet quotes require somebody to do or to ask for first."""
    for text in lever.legal:
        if rules.is_step(text.says):
            label = legal_label(text.text, text.article)
            said = after(f"Démarche à prévoir, {label}", text.says)
            yield Line("legal-step", said, (lever.id,), 1, (text.source,) if text.source else ())


def reinforces(lever: Lever, other: Lever, why: str, *, present: bool) -> Line:
    """Say that ``lever`` is known to go with ``other``, and why."""
    where = ", déjà en place" if present else ""
    return of_levers("combines", after(f"Se combine avec {other.short}{where}", why), (lever,))


def placed(lever: Lever, standing: rules.Standing) -> Line:
    """Say what gives a lever its place, term by term: nothing else does."""
    terms = zip(("problèmes", "preuves", "exemples"), standing.added, strict=True)
    text = (
        f"Sa place{NBSP}: {listed([f'{label} {signed(points)}' for label, points in terms])}, soit "
        f"{signed(standing.points)}{NARROW}; "
        f"{counted(standing.comparable, 'exemple comparable', 'exemples comparables')}."
    )
    return Line("place", text, (lever.id, "rule:problemes", "rule:preuves", "rule:reussites", "rule:exemples"), 5)


def signed(value: Fraction) -> str:
    """Return a term of the order with its sign and two decimals at most: « +1,5 », « −0,43 », « 0 »."""
    rounded = f"{float(value):+.2f}".rstrip("0").rstrip(".")
    return "0" if rounded in {"+0", "-0"} else rounded.replace(".", ",").replace("-", "−")


def alike(knowledge: Knowledge, asked: Situation, case: Card) -> Iterator[Line]:
    """Yield what an example has in common with the situation."""
    shared = [slug for slug, _ in asked.problems if slug in case.problems]
    same = "Mêmes problèmes" if len(shared) > 1 else "Même problème"
    yield _of(case, "problems", f"{same} ({problem_words(knowledge.vocabulary, shared)}).")
    if case.id in asked.named:
        yield _of(case, "words", "Vos mots y figurent.")
    stated = {intensity for problem, intensity in asked.problems if problem in shared}
    if case.intensity and any(abs(case.intensity - intensity) <= rules.NEAR for intensity in stated):
        same = "Même intensité" if case.intensity in stated else "Intensité proche"
        yield _of(case, "intensity", f"{same} ({_level(knowledge, case)}).")
    if asked.territory == case.territory != UNKNOWN:
        yield _of(case, "territory", f"Même territoire ({territory_words(knowledge.vocabulary, case.territory)}).")
    present = [knowledge.levers[slug] for slug in asked.present if slug in case.levers]
    if present:
        same = "Mêmes leviers" if len(present) > 1 else "Même levier"
        yield _of(case, "present", f"{same} en place ({lever_words(present)}).")


def differs(knowledge: Knowledge, asked: Situation, case: Card) -> Iterator[Line]:
    """Yield what differs; what the example does not say is no difference (:func:`unsaid`)."""
    stated = dict(asked.problems)
    vocabulary = knowledge.vocabulary
    if missing := [slug for slug in stated if slug not in case.problems]:
        count = counted(len(missing), "problème")
        yield _of(case, "problems", f"{count} en moins ({problem_words(vocabulary, missing)}).")
    if more := [slug for slug in vocabulary.problems if slug in case.problems and slug not in stated]:
        count = counted(len(more), "problème")
        yield _of(case, "problems", f"{count} en plus ({problem_words(vocabulary, more)}).")
    near = [stated[slug] for slug in case.problems if slug in stated]
    if case.intensity and all(abs(case.intensity - intensity) > rules.NEAR for intensity in near):
        yield _of(case, "intensity", f"Autre intensité ({_level(knowledge, case)}).")
    if UNKNOWN not in (asked.territory, case.territory) and asked.territory != case.territory:
        yield _of(case, "territory", f"Autre territoire ({territory_words(vocabulary, case.territory)}).")


def unsaid(asked: Situation, case: Card) -> Iterator[Line]:
    """Yield what cannot be compared, since the example does not say it."""
    if not case.intensity:
        yield _of(case, "intensity-unsaid", "Intensité non précisée.")
    if asked.territory != UNKNOWN and case.territory == UNKNOWN:
        yield _of(case, "territory-unsaid", "Territoire non précisé.")


def _of(case: Card, kind: str, text: str) -> Line:
    return Line(kind, text, (case.id,), 1)


def _level(knowledge: Knowledge, case: Card) -> str:
    entry = knowledge.vocabulary.intensities[str(case.intensity)]
    return f"{entry.slug}, {uncapitalised(entry.label)}"


def unknowns(knowledge: Knowledge, asked: Situation, proposed: Sequence[Lever]) -> Iterator[Line]:
    """Yield what the base cannot say of this situation."""
    if not knowledge.cases:
        text = f"La base n’a aucun exemple publié{NBSP}: l’ordre ne tient qu’aux fiches des leviers."
        yield of_rule("no-example", f"{text} Publiez un exemple pour commencer.", "rule:comparables")
    for slug, intensity in asked.problems:
        yield from _unknown_of(knowledge, slug, intensity, proposed)
    if knowledge.cases:
        yield from _unknown_together(knowledge, asked)
        yield from _unknown_of_others(knowledge, asked, proposed)
    if len(proposed) == 1:
        text = f"Un seul levier de la base a trait à ce site{NBSP}: rien ne le compare à un autre."
        yield of_levers("single", text, proposed)


def _unknown_of_others(knowledge: Knowledge, asked: Situation, proposed: Sequence[Lever]) -> Iterator[Line]:
    """Say that the examples are all of one lever: they cannot tell whether another would have done better."""
    comparable = rules.comparable(knowledge, asked.problems).counted
    used = [lever for lever in proposed if comparable & knowledge.having("lever", lever.slug)]
    if len(used) != 1 or len(proposed) == 1 or comparable & ~knowledge.having("lever", used[0].slug):
        return
    name = used[0].short
    text = f"Les exemples comparables ont tous employé {name}{NBSP}: ils ne disent rien des autres leviers."
    yield of_cases("no-other", text, knowledge, comparable, used[0].id)


def _unknown_of(knowledge: Knowledge, slug: str, intensity: int, proposed: Iterable[Lever]) -> Iterator[Line]:
    label = f"«{NBSP}{knowledge.vocabulary.problems[slug].label}{NBSP}»"
    if not any(slug in lever.problems for lever in proposed):
        yield Line("no-lever", f"Aucun levier de la base ne dit répondre à {label}.", (f"problem:{slug}",), 1)
    if not knowledge.cases:
        return
    having = knowledge.having("problem", slug)
    if not having:
        text = f"Aucun exemple ne porte sur {label}{NBSP}: pour ce problème, seules les fiches répondent."
        yield Line("no-example", text, (f"problem:{slug}",), 1)
        return
    found = rules.comparable(knowledge, [(slug, intensity)])
    if not found.near:
        unsaid, far = found.unsaid.bit_count(), found.far.bit_count()
        parts = [counted(unsaid, "ne la précise pas", "ne la précisent pas")] if unsaid else []
        parts += [f"{counted(far, 'est', 'sont')} d’une autre intensité"] if far else []
        text = f"Aucun exemple à cette intensité pour {label}{NBSP}: {listed(parts)}."
        yield of_cases("no-intensity", text, knowledge, found.unsaid | found.far)
    outcomes = knowledge.outcomes(found.counted)
    if outcomes.total and not outcomes.evaluated:
        text = f"Aucun exemple comparable n’est évalué pour {label}{NBSP}: on ne sait pas ce qui a réussi."
        yield of_cases("few", text, knowledge, found.counted)
    elif outcomes.total and rules.is_few(outcomes):
        few = counted(outcomes.evaluated, "exemple évalué", "exemples évalués")
        yield of_cases("few", f"Trop peu pour conclure sur {label}{NBSP}: {few}.", knowledge, found.counted)


def _unknown_together(knowledge: Knowledge, asked: Situation) -> Iterator[Line]:
    together = knowledge.everything
    for slug, _ in asked.problems:
        together &= knowledge.having("problem", slug)
    if len(asked.problems) > 1 and not together:
        words = problem_words(knowledge.vocabulary, [slug for slug, _ in asked.problems])
        yield of_rule("no-example", f"Aucun exemple ne réunit {words}.", "rule:comparables")
    if asked.territory != UNKNOWN:
        sharing = knowledge.having_any("problem", [slug for slug, _ in asked.problems])
        there = sharing & knowledge.having("territory", asked.territory)
        if sharing and not there:
            where = territory_words(knowledge.vocabulary, asked.territory)
            unsaid = (sharing & knowledge.having("territory", UNKNOWN)).bit_count()
            said = counted(unsaid, "ne précise pas son territoire", "ne précisent pas leur territoire")
            text = f"Aucun exemple sur {_these(asked)} n’est situé {where}{f'{NBSP}: {said}' if unsaid else ''}."
            yield of_cases("no-territory", text, knowledge, sharing)
