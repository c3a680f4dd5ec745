"""Rows of relevance: where the expected record stands among the results, on the shipped content."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from benchmarks.ground import Ground
from benchmarks.harness import Line, decimal
from levers_app.catalogue.typography import NBSP

QUERIES = Path(__file__).resolve().parents[1] / "tests" / "search"
FILES = ("queries.yaml", "queries_field.yaml")
"""The queries that were asked for, and others of the same kinds written from the sheets, before trying them."""
UNSEEN = "queries_circumstances.yaml"
"""Queries that the engine was never mended for."""
_LOOKED_AT = 10
_LEAST_MEAN = 0.90


def relevance(ground: Ground) -> Iterator[Line]:
    """Share of queries answered by the first result, by the first three, and the mean reciprocal rank."""
    for file in (*FILES, UNSEEN):
        expected = yaml.safe_load((QUERIES / file).read_text(encoding="utf-8"))
        ranks = [rank(row["expect"], _found(ground, str(row["q"]))) for row in expected]
        missed = [str(row["q"]) for row, place in zip(expected, ranks, strict=True) if place > row["within"]]
        many = f"{len(ranks)} requêtes de {file}"
        mean = mean_reciprocal(ranks)
        yield Line("pertinence : trouvé en premier", _share(sum(place <= 1 for place in ranks), len(ranks)), many)
        yield Line(
            "pertinence : parmi les trois premiers", _share(sum(place <= 3 for place in ranks), len(ranks)), many
        )
        if file == UNSEEN:
            continue
        yield Line(
            "pertinence : rang réciproque moyen sur dix", decimal(mean, 3), many, "", "≥ 0,90", mean >= _LEAST_MEAN
        )
        yield Line("pertinence : hors du rang attendu", f"{len(missed)}", ", ".join(missed), "", "0", not missed)


def rank(expected: Sequence[str], found: Sequence[str]) -> float:
    """Return the place, from 1, of the first of ``expected`` in ``found``; infinite when none is there."""
    return next((place for place, record_id in enumerate(found, start=1) if record_id in expected), float("inf"))


def mean_reciprocal(ranks: Sequence[float]) -> float:
    """Return the mean of 1/rank."""
    return sum(1 / place for place in ranks) / len(ranks)


def _found(ground: Ground, query: str) -> list[str]:
    return [hit.id for hit in ground.shipped.engine.search(query, limit=_LOOKED_AT).hits]


def _share(part: int, whole: int) -> str:
    return f"{decimal(100 * part / whole, 0)}{NBSP}%"
