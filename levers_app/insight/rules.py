"""The rules of every answer and the reason for each: what counts, for how much, and in what order.

Nothing else weighs. What is out of reach comes last; then three terms are added (:class:`Standing`), of three points at
most each: the problems that the sheet answers, how sure evaluations are of them, how examples ended. Equals go by how
many examples there are to read, and the alphabet. Three laws hold, and are tested as such:

* more evidence for a lever never lowers it;
* the order in which things are said changes nothing;
* an example without a result never counts as a success.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import total_ordering

from levers_app.catalogue.records import Lever
from levers_app.insight.asked import Situation
from levers_app.insight.facts import OUTSIDE, Outcomes
from levers_app.insight.knowledge import NO_INTENSITY, Knowledge, Mask

MOST = 3
"""Points that a term gives at most: examples weigh as much as the best evaluations, and as being to the point."""

EVIDENCE: Mapping[str, int] = {"forte": MOST, "moyenne": 2, "faible": 1, "aucune": 0}
"""A point a grade of evaluation. It says how sure the evaluations are, apart from what they found (EMMIE), so the
sentence always quotes what they found."""

ELSEWHERE = "faible"
"""Evaluations that did not study a problem are weak evidence for it at most, however sure they are of another one."""

PRIOR = 3
"""Successes and failures that every lever is given beforehand. With three, three successes are worth one grade of
evaluation: what is too few to conclude (:data:`FEW`) never outweighs one, it only decides between equals."""

QPV_ONLY = frozenset({"convention-tfpb", "contrat-de-ville"})
"""Levers that exist in QPV alone, as their own sheets say; outside they come after all others, and it is said."""

FEW = 3
"""With fewer evaluated examples than this, nothing is concluded. A convention of ours: no source sets a number."""

NEAR = 1
"""Examples one step of intensity away are comparable: levels shift with the hour and the block (RésO Villes)."""


@total_ordering
@dataclass(frozen=True, slots=True, eq=True)
class Standing:
    """What places a lever before another; the greater comes first, ties go by title.

    Attributes:
        within_reach: false for what is kept for QPV, when the site is outside.
        addressed: 0 to 3, the share of the stated problems, by intensity, that its sheet answers.
        evidence: 0 to 3, :func:`strength_for` each problem that it answers, by intensity.
        experience: -3 to 3, :func:`experience` of its comparable examples.
        comparable: number of those examples, of any outcome.
    """

    within_reach: bool
    addressed: Fraction
    evidence: Fraction
    experience: Fraction
    comparable: int

    @property
    def added(self) -> tuple[Fraction, Fraction, Fraction]:
        """The three terms that are added."""
        return (self.addressed, self.evidence, self.experience)

    @property
    def points(self) -> Fraction:
        """What they make together."""
        return sum(self.added, Fraction(0))

    @property
    def terms(self) -> tuple[bool, Fraction, int]:
        """What is compared, from first to last."""
        return (self.within_reach, self.points, self.comparable)

    def __lt__(self, other: "Standing") -> bool:
        """Compare term by term."""
        return self.terms < other.terms


def standing(lever: Lever, asked: Situation, outcomes: Outcomes) -> Standing:
    """Return where ``lever`` stands for a situation, its comparable examples having ended so."""
    total = sum(intensity for _, intensity in asked.problems)
    answered = [(problem, intensity) for problem, intensity in asked.problems if problem in lever.problems]
    return Standing(
        within_reach=is_within_reach(lever, asked),
        addressed=Fraction(sum(MOST * intensity for _, intensity in answered), total),
        evidence=Fraction(sum(EVIDENCE[strength_for(lever, problem)] * each for problem, each in answered), total),
        experience=experience(outcomes),
        comparable=outcomes.total,
    )


def is_within_reach(lever: Lever, asked: Situation) -> bool:
    """Tell whether a lever can be had on the site at all."""
    return asked.territory != OUTSIDE or lever.slug not in QPV_ONLY


def strength_for(lever: Lever, problem: str) -> str:
    """Return how sure the evaluations of a lever are of a problem: those of another one prove little."""
    strength = lever.evidence.strength
    if problem in lever.evidence.studied or EVIDENCE[strength] <= EVIDENCE[ELSEWHERE]:
        return strength
    return ELSEWHERE


def strength_here(lever: Lever, asked: Situation) -> str:
    """Return how sure its evaluations are of the worst stated problem that a lever answers."""
    answered = [(intensity, strength_for(lever, slug)) for slug, intensity in asked.problems if slug in lever.problems]
    worst = max((intensity for intensity, _ in answered), default=0)
    found = [strength for intensity, strength in answered if intensity == worst] or [strength_for(lever, "")]
    return max(found, key=EVIDENCE.__getitem__)


def experience(outcomes: Outcomes) -> Fraction:
    """Return what examples say, from -3 (all failed) to 3 (all succeeded), 0 when they say nothing.

    The share of successes, as if :data:`PRIOR` successes and failures had been there before (Lidstone's form of
    Laplace's rule of succession): a single example moves little, a hundred nearly decide. Mixed results and examples
    without a result are not in it.
    """
    share = Fraction(outcomes.positive + PRIOR, outcomes.positive + outcomes.negative + 2 * PRIOR)
    return MOST * (2 * share - 1)


def is_few(outcomes: Outcomes) -> bool:
    """Tell whether too few examples were evaluated to conclude anything."""
    return outcomes.evaluated < FEW


@dataclass(frozen=True, slots=True)
class Comparable:
    """The examples that share a stated problem, by what is known of their intensity; ``far`` ones are not counted."""

    near: Mask
    unsaid: Mask
    far: Mask

    @property
    def counted(self) -> Mask:
        """Those that are comparable: nothing says that they are far."""
        return self.near | self.unsaid

    def among(self, cases: Mask) -> "Comparable":
        """Return the same of ``cases`` alone."""
        return Comparable(self.near & cases, self.unsaid & cases, self.far & cases)


def comparable(knowledge: Knowledge, problems: Iterable[tuple[str, int]]) -> Comparable:
    """Return the examples that share one of ``problems``; near is near for one of those that they share.

    Most examples do not say their intensity. Leaving them out would leave nearly nothing: they count, and it is said.
    """
    near = unsaid = sharing = 0
    for problem, intensity in problems:
        having = knowledge.having("problem", problem)
        levels = range(max(1, intensity - NEAR), intensity + NEAR + 1)
        near |= having & knowledge.having_any("intensity", levels)
        unsaid |= having & knowledge.having("intensity", NO_INTENSITY)
        sharing |= having
    return Comparable(near, unsaid, sharing & ~near & ~unsaid)


_STEP = re.compile(
    r"soumise? à une? (?:autorisation|agrément)|agrément préfectoral|après serment|est consulté|consultation des|"
    r"étude préalable|protocole obligatoire|après mise en demeure|mise en demeure par|convention préalable|"
    r"après avis d|avec un organisme agréé|sans son accord",
    re.IGNORECASE,
)
"""Words by which a text asks for a step before one acts. Few, so that no text is said to ask for what it does not."""


def is_step(says: str) -> bool:
    """Tell whether what a sheet says of a legal text asks for a step before one acts."""
    return _STEP.search(says) is not None


USUAL, REINFORCED, TOGETHER = "habituelle", "renforcee", "toutes-familles"


def grade(intensity: int) -> str:
    """Return the grade of answer: RésO Villes has three; which of our five intensities calls for which is ours."""
    if intensity <= 2:
        return USUAL
    return REINFORCED if intensity == 3 else TOGETHER


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the screen tells it: what it does, why, and where that comes from (empty: a convention of ours)."""

    id: str
    says: str
    why: str
    source: str = ""
    url: str = ""


RULES: tuple[Rule, ...] = (
    Rule(
        "rule:problemes",
        "Trois choses s’additionnent. La première\u00a0: la fiche répond-elle aux problèmes choisis\u202f? Chacun "
        f"compte selon son intensité\u202f; {MOST} points quand elle répond à tous.",
        "On part du problème, et non de l’outil\u202f; un levier qui en traite plusieurs vient avant celui qui n’en "
        "traite qu’un.",
        "POP Center, Disorderly Youth in Public Places",
        "https://popcenter.asu.edu/content/disorderly-youth-public-places-page-2",
    ),
    Rule(
        "rule:preuves",
        f"La deuxième\u00a0: la force des preuves, de 0 à {MOST} pour un problème que les évaluations ont étudié, "
        f"{EVIDENCE[ELSEWHERE]} au plus pour un autre.",
        "Une évaluation des vols dit peu de chose des halls. La force des preuves dit si l’on sait, non si cela "
        "marche\u00a0: leur résultat est cité.",
        "College of Policing, Crime Reduction Toolkit (cadre EMMIE)",
        "https://whatworks.college.police.uk/toolkit/Pages/About_the_CRT.aspx",
    ),
    Rule(
        "rule:reussites",
        f"La troisième\u00a0: comment ont fini les exemples comparables, de −{MOST} à +{MOST}. C’est la part de "
        f"réussites entre réussites et échecs, comme si chaque levier en avait déjà eu {PRIOR} de chaque. Un résultat "
        "mitigé ou non évalué ne compte ni pour ni contre.",
        f"Il faut {PRIOR} réussites sans échec pour valoir un degré de preuve\u00a0: un exemple isolé ne fait que "
        "départager des leviers presque égaux. Les échecs comptent autant que les réussites.",
        "Laplace, règle de succession\u202f; College of Policing, Practice bank, qui publie ce qui n’a pas marché",
        "https://policeprofessional.com/news/college-of-policing-online-practice-bank-a-runaway-success",
    ),
    Rule(
        "rule:exemples",
        "À égalité, le levier qui a le plus d’exemples comparables, puis l’ordre alphabétique.",
        "Plus il y a d’exemples, plus il y a de contexte pour refaire\u202f; l’alphabet rend l’ordre stable.",
        "EUCPN, critères d’une bonne pratique",
        "https://eucpn.org/service/evidence-based-prevention",
    ),
    Rule(
        "rule:comparables",
        "Un exemple est comparable quand il partage un problème, et que son intensité est la même à un degré près, ou "
        "n’est pas précisée. Seuls les exemples publiés comptent.",
        "Les niveaux de difficulté ne sont pas fixes\u00a0: ils changent selon les heures et les secteurs d’un même "
        "quartier.",
        "RésO Villes, Adapter les niveaux d’intervention en fonction des situations observées",
        "https://resovilles.com/article-adapter-les-niveaux-dintervention-en-fonction-des-situations-observees",
    ),
    Rule(
        "rule:petits-nombres",
        f"En dessous de {FEW} exemples évalués, on ne conclut rien.",
        "Convention de Leviers\u00a0: un ou deux cas ne font pas une règle.",
    ),
    Rule(
        "rule:ressemblance",
        "Les exemples se rangent par problèmes partagés, puis vos mots, l’intensité, le territoire, les leviers déjà "
        "en place, un résultat connu, la date. Vos mots ne changent pas l’ordre des leviers.",
        "Pour refaire, il faut assez de contexte commun.",
        "EUCPN, critères d’une bonne pratique",
        "https://eucpn.org/service/evidence-based-prevention",
    ),
    Rule(
        "rule:qpv",
        "Ce qui est réservé aux quartiers prioritaires est à vérifier quand le territoire n’est pas précisé, "
        "et vient après tout le reste hors QPV.",
        "L’abattement de TFPB ne couvre que les QPV, le contrat de ville aussi, à quelques souplesses près.",
        "Code général des impôts, article 1388 bis, et loi n°\u00a02014-173 du 21 février 2014, cités par les fiches",
    ),
    Rule(
        "rule:reponse-graduee",
        "La réponse est habituelle aux intensités 1 et 2, renforcée à 3, et d’ensemble à 4 et 5.",
        "Dans les situations les plus complexes, toutes les réponses sont à combiner\u202f; qu’aux cinq intensités "
        "répondent ces trois degrés est une convention de Leviers.",
        "RésO Villes, Complémentarité des actions, temps de réflexion, de test\u00a0: construire la réussite",
        "https://resovilles.com/?p=230013",
    ),
)
"""The rules that are shown with every answer. The French of a rule is here, beside what it does."""
