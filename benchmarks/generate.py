"""Any number of realistic field examples, recombined from the real ones; the same seed gives the same examples.

``python -m benchmarks.generate --nombre 10000 --donnees DIR`` puts them into the base of a data folder.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from typing import TypeVar
from uuid import NAMESPACE_URL, uuid5

from levers_app.app import open_folder
from levers_app.catalogue.content import load_bundle
from levers_app.catalogue.records import CaseStudy, Period, record_id
from levers_app.catalogue.typography import NBSP
from levers_app.paths import DataFolder, content_folder
from levers_app.store.writing import Writer

T = TypeVar("T")

AUTHOR = "Générateur"
_BATCH = 2000
_FAMILY = uuid5(NAMESPACE_URL, "leviers:exemples-recombines")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an example lies, as the real ones say it."""

    commune: str
    department: str
    region: str


class Recombiner:
    """Makes examples out of parts of real ones that share a situation, so that they still read as one story."""

    def __init__(self, cases: Sequence[CaseStudy], seed: int) -> None:
        """``cases`` are the real examples."""
        self._cases = cases
        self._seed = seed
        self._random = Random(seed)  # noqa: S311 - the same examples for all, no secret
        self._places = _places(cases)
        self._neighbourhoods = sorted({case.neighbourhood for case in cases if case.neighbourhood})
        self._alike = {case.slug: [o for o in cases if set(o.problems) & set(case.problems)] for case in cases}

    def examples(self, count: int) -> Iterator[CaseStudy]:
        """Yield ``count`` examples; the first ones are the same whatever the count."""
        for number in range(count):
            yield self._example(number)

    def _example(self, number: int) -> CaseStudy:
        random = self._random
        main = random.choice(self._cases)
        other, third = random.choices(self._alike[main.slug], k=2)
        place = random.choice(self._places)
        neighbourhood = random.choice(self._neighbourhoods)
        start = random.randint(1998, 2024)
        return CaseStudy(
            slug=slug_of(number, self._seed),
            title=_title(other.title, random.choice((place.commune, f"{place.commune}, {neighbourhood}"))),
            organisation=random.choice(self._cases).organisation,
            territory=random.choice((main, other, third)).territory,
            problems=_some(random, (*main.problems, *other.problems), 3),
            levers=_some(random, (*main.levers, *other.levers), 3),
            context=" ".join(_sentences(main.context)[:2] + _sentences(third.context)[-1:]),
            actions=_some(random, (*main.actions, *other.actions), 2),
            results=_some(random, (*main.results, *third.results), 2),
            outcome=random.choice((main, other, third)).outcome,
            source=main.source,
            commune=place.commune,
            department=place.department,
            region=place.region,
            neighbourhood=neighbourhood,
            period=Period(start, random.choice((None, start + random.randint(0, 4)))),
            intensity=random.choice((None, main.intensity, other.intensity)),
            partners=_some(random, (*main.partners, *other.partners), 2),
            difficulties=_some(random, (*main.difficulties, *third.difficulties), 1),
            lessons=_some(random, (*other.lessons, *third.lessons), 2),
            other_sources=other.other_sources[:1],
        )


def examples(count: int, seed: int = 1) -> Iterator[CaseStudy]:
    """Yield ``count`` examples recombined from the bundled content."""
    return Recombiner(load_bundle(content_folder()).cases, seed).examples(count)


def slug_of(number: int, seed: int) -> str:
    """Return the slug of an example by its number."""
    return str(uuid5(_FAMILY, f"{seed}/{number}"))


def fill(folder: Path, count: int, seed: int = 1) -> int:
    """Write ``count`` examples into the base of a data folder, created if need be; return how many are new.

    Examples already there are left as they are.
    """
    services = open_folder(DataFolder(folder))
    try:
        missing = {record_id("case", slug_of(number, seed)) for number in range(count)} - services.base.reader.ids()
        if missing:
            _write(services.base.writer, (example for example in examples(count, seed) if example.id in missing))
    finally:
        services.close()
    return len(missing)


def _write(writer: Writer, records: Iterator[CaseStudy]) -> None:
    """Write as many at a time as memory easily holds."""
    while batch := list(islice(records, _BATCH)):
        writer.save_many(batch, AUTHOR)


def _places(cases: Sequence[CaseStudy]) -> list[Place]:
    """Return the places of ``cases`` that name a single commune."""
    real = {(case.commune, case.department, case.region) for case in cases if case.commune and case.department}
    return [Place(*place) for place in sorted(real) if not any(mark in place[0] for mark in (",", " et ", "("))]


def _title(title: str, place: str) -> str:
    """Say of ``place`` what ``title`` says of its own."""
    head, _, tail = title.partition(f"{NBSP}: ")
    what = tail or head
    return f"{place}{NBSP}: {what[0].lower()}{what[1:]}"


def _sentences(text: str) -> list[str]:
    return [f"{sentence.rstrip('.')}." for sentence in text.split(". ") if sentence]


def _some(random: Random, items: Sequence[T], most: int) -> tuple[T, ...]:
    """Return at most ``most`` different items in their order."""
    different = list(dict.fromkeys(items))
    chosen = sorted(random.sample(range(len(different)), min(most, len(different))))
    return tuple(different[place] for place in chosen)


def main() -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nombre", type=int, default=10_000)
    parser.add_argument("--graine", type=int, default=1)
    parser.add_argument("--donnees", type=Path, required=True)
    options = parser.parse_args()
    written = fill(options.donnees, options.nombre, options.graine)
    print(f"{written} exemples écrits dans {options.donnees}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
