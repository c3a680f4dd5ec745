"""What the home page and the counts around it show, read from the base off the GUI thread; no Qt here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from levers_app.desktop.cards import compact_row
from levers_app.desktop.place import UNSAVED_MARK, sheet_of
from levers_app.desktop.rows import ListRow

if TYPE_CHECKING:
    from levers_app.catalogue.draft import Draft
    from levers_app.catalogue.records import Kind
    from levers_app.desktop.place import Page
    from levers_app.services import Services

VISITS_KEPT = 60
"""Sheets listed under « Récents »."""
TO_REVIEW = "a-relire"
"""Status of the examples that wait for a reviewer."""
PAGE_KIND: "Mapping[Page, Kind]" = {"levers": "lever", "cases": "case", "texts": "text", "terms": "term"}
_ROWS = 4
_DRAFTS = 2


@dataclass(frozen=True, slots=True)
class Tile:
    """A situation or family of the home page, with its counts."""

    target: str
    label: str
    counts: tuple[int, ...]
    question: str = ""


@dataclass(frozen=True, slots=True)
class HomeData:
    """What the home page shows."""

    problems: tuple[Tile, ...]
    families: tuple[Tile, ...]
    recent: tuple[ListRow, ...]
    latest: tuple[ListRow, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What the base holds: records on each page of the navigation, and the line of the status bar."""

    pages: Mapping[str, int]
    line: str


def home_data(services: "Services") -> HomeData:
    """Return the tiles with their counts, drafts, the sheets read last, and the most recent examples."""
    reader, words = services.base.reader, services.vocabulary
    by_problem, by_family = reader.problem_counts(), reader.family_counts()
    drafts = _draft_rows(services)
    recent = reader.cards_of(services.personal.visits(VISITS_KEPT)).values()
    return HomeData(
        problems=tuple(
            Tile(
                f"problem:{e.slug}",
                e.short,
                (by_problem.get((e.slug, "lever"), 0), by_problem.get((e.slug, "case"), 0)),
            )
            for e in words.problems.values()
        ),
        families=tuple(Tile(e.slug, e.label, (by_family.get(e.slug, 0),), e.question) for e in words.families.values()),
        recent=(*drafts, *(compact_row(card, words) for card in recent))[:_ROWS],
        latest=tuple(compact_row(card, words) for card in reader.latest_cases(_ROWS)),
    )


def _draft_rows(services: "Services") -> list[ListRow]:
    drafts = services.recorder.drafts.all()[:_DRAFTS]
    if not drafts:
        return []
    from levers_app.desktop.draft_rows import draft_row  # noqa: PLC0415 - start-up time: most days there are none

    return [draft_row(draft, services.vocabulary) for draft in drafts]


def standing(services: "Services") -> Standing:
    """Return how many records there are, and how the index is."""
    kinds = services.kinds()
    favourites = len(known_ids(services, services.personal.favourites()))
    counts: dict[str, int] = {page: kinds[kind] for page, kind in PAGE_KIND.items()}
    counts |= {"problems": len(services.vocabulary.problems), "favourites": favourites}
    reader = services.base.reader
    drafts = services.recorder.drafts.all()
    typed = [sheet_of(UNSAVED_MARK + id_) for id_ in services.recorder.unsaved.all()]
    written = len(known_ids(services, typed)) if typed else 0
    counts |= {
        "notes": services.personal.count_briefs(),
        "drafts": len(drafts) + written + len(returned_ids(services, drafts)),
        "review": len(reader.ids_of_status(TO_REVIEW)),
    }
    return Standing(counts, services.status_line())


def returned_ids(services: "Services", drafts: "Iterable[Draft]") -> list[str]:
    """Return the examples that a reviewer sent back, unless their author has begun to change them in a draft."""
    begun = {draft.record for draft in drafts}
    return [id_ for id_ in services.base.reader.ids_of_status("brouillon") if id_ not in begun]


def known_ids(services: "Services", ids: Iterable[str]) -> list[str]:
    """Return those of ``ids`` that name a record or a situation of this base, in their order."""
    wanted = list(ids)
    cards = services.base.reader.cards_of(wanted)
    return [i for i in wanted if i in cards or i.removeprefix("problem:") in services.vocabulary.problems]
