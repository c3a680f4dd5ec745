"""Levers and examples to reason about, and any base of them for hypothesis."""

from dataclasses import replace
from functools import cache

from hypothesis import strategies as st

from levers_app.catalogue.records import Card, Combination, Lever
from levers_app.catalogue.vocabulary import Vocabulary, load_vocabulary
from levers_app.insight.asked import Situation, situation
from levers_app.insight.facts import OUTCOMES
from levers_app.insight.knowledge import Knowledge
from levers_app.paths import content_folder
from tests.store import samples

PROBLEMS = ("occupation-halls", "trafic-stupefiants", "degradations", "depots-sauvages")
SLUGS = ("alpha", "beta", "gamma", "delta")
FAMILIES = ("surete", "presence-humaine", "partenariat", "observation")
STRENGTHS = ("aucune", "faible", "moyenne", "forte")


@cache
def vocabulary() -> Vocabulary:
    return load_vocabulary(content_folder())


def lever(
    slug: str = "alpha",
    *,
    strength: str = "faible",
    studied: tuple[str, ...] = (),
    combines: tuple[str, ...] = (),
    **changes: object,
) -> Lever:
    sample = samples.lever(slug, problems=PROBLEMS[:2], **changes) if "problems" not in changes else None
    made = sample or samples.lever(slug, **changes)
    together = tuple(Combination(other, f"{slug} aide {other}") for other in combines)
    return replace(made, evidence=replace(made.evidence, strength=strength, studied=studied), combines_with=together)


def case(number: int = 0, **changes: object) -> Card:
    sample = Card(
        id=f"case:{number:04}",
        kind="case",
        title=f"Exemple {number}",
        problems=("occupation-halls",),
        levers=("alpha",),
        outcome="positif",
        territory="inconnu",
        start=2020,
        status="publie",
        confidentiality="public",
    )
    return sample._replace(**changes)  # type: ignore[arg-type]


def knowledge(levers: list[Lever] | None = None, cases: list[Card] | None = None) -> Knowledge:
    return Knowledge(vocabulary(), [lever()] if levers is None else levers, cases or [])


def asked(known: Knowledge, *problems: tuple[str, int], **further: object) -> Situation:
    return situation(known, problems or [("occupation-halls", 4)], **further)  # type: ignore[arg-type]


def _several(values: tuple[str, ...], least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), min_size=least, unique=True).map(tuple)


levers = st.tuples(
    *(
        st.builds(
            lever,
            st.just(slug),
            strength=st.sampled_from(STRENGTHS),
            studied=_several(PROBLEMS),
            problems=_several(PROBLEMS),
            family=st.sampled_from(FAMILIES),
            combines=_several(tuple(other for other in SLUGS if other != slug)),
        )
        for slug in SLUGS
    )
).map(list)
cards = st.builds(
    case,
    st.integers(0, 30),
    problems=_several(PROBLEMS, 1),
    levers=_several(SLUGS, 1),
    outcome=st.sampled_from(OUTCOMES),
    intensity=st.none() | st.integers(1, 5),
    territory=st.sampled_from(["qpv", "hors-qpv", "mixte", "inconnu"]),
    start=st.none() | st.integers(2015, 2018),
    department=st.sampled_from(["", "93", "2A"]),
    status=st.sampled_from(["publie", "publie", "a-relire", "brouillon"]),
    confidentiality=st.sampled_from(["public", "restreint"]),
)
cases = st.lists(cards, max_size=14, unique_by=lambda card: card.id)
stated = st.dictionaries(st.sampled_from(PROBLEMS), st.integers(1, 5), min_size=1).map(
    lambda found: list(found.items())
)
