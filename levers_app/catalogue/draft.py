"""An example while it is being written: plain texts as they were typed, of which anything may be missing or wrong.

A draft is personal and is kept whatever it holds. It becomes a :class:`~levers_app.catalogue.records.CaseStudy`, by
the same checks as any other, when it is sent to be read by others.
"""

import dataclasses
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from levers_app.catalogue.months import UnreadableMonthError, read_month, written
from levers_app.catalogue.plain_data import read_as
from levers_app.catalogue.records import Attachment, CaseStudy, Confirmed, Period, Result, Source

TITLE_LENGTH = 200
MAX_TEXT = 100_000
"""Characters of one field that a record takes (``validation.MAX_FIELD``)."""

_LINE_FIELDS = ("actions", "steps", "difficulties", "lessons")
# A dash before a figure stays: it may be a minus.
_BULLET = re.compile(r"^\s*(?:[•▪●◦\uf0b7]\s*|[-–](?:\s++(?!\d)|$)|[—·*](?:\s+|$)|o\s+|\d{1,2}[.)]\s+)")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A result as it is typed."""

    statement: str = ""
    figure: str = ""
    measured: bool = False


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source as it is typed."""

    title: str = ""
    publisher: str = ""
    year: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the form holds; « actions », « steps », « difficulties » and « lessons » are lists typed one a line."""

    title: str = ""
    commune: str = ""
    department: str = ""
    region: str = ""
    neighbourhood: str = ""
    territory: str = "inconnu"
    organisation: str = ""
    start: str = ""
    end: str = ""
    problems: tuple[str, ...] = ()
    intensity: int | None = None
    intensity_why: str = ""
    context: str = ""
    levers: tuple[str, ...] = ()
    actions: str = ""
    rationale: str = ""
    steps: str = ""
    cost: str = ""
    difficulties: str = ""
    partners: tuple[str, ...] = ()
    residents: str = ""
    outcome: str = ""
    results: tuple[ResultLine, ...] = ()
    lessons: str = ""
    sources: tuple[SourceLine, ...] = ()
    confidentiality: str = "interne"
    attachments: tuple[Attachment, ...] = ()
    confirmed: tuple[Confirmed, ...] = ()
    review_comment: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft.

    Attributes:
        id: a UUID, which the example will bear too if it is a new one.
        entry: what was typed.
        record: id of the example that it changes; empty for a new one.
        seq: journal line of that example when the change began.
        at: UTC time of the last change, in ISO form.
    """

    id: str
    entry: Entry = field(default_factory=Entry)
    record: str = ""
    seq: int = 0
    at: str = ""

    @property
    def slug(self) -> str:
        """The slug of the example that it will be."""
        return self.record.partition(":")[2] or self.id

    @property
    def empty(self) -> bool:
        """Whether nothing was typed in a new one: leaving it leaves nothing behind."""
        return not self.record and not any(
            value for name in _TYPED if (value := getattr(self.entry, name)) not in ("", (), None)
        )


def new_draft(organisation: str = "") -> Draft:
    """Return an empty draft; ``organisation`` is that of the person who writes."""
    return Draft(str(uuid.uuid4()), Entry(organisation=organisation))


def draft_of(case: CaseStudy, seq: int) -> Draft:
    """Return a draft that changes ``case``, whose last journal line is ``seq``."""
    period = case.period
    listed: dict[str, Any] = {name: "\n".join(getattr(case, name)) for name in _LINE_FIELDS}
    same: dict[str, Any] = {name: getattr(case, name) for name in _SAME}
    entry = Entry(
        **same,
        **listed,
        start=written(period.start, period.start_month),
        end=written(period.end, period.end_month),
        results=tuple(ResultLine(r.statement, r.figure, r.measured) for r in case.results),
        sources=tuple(SourceLine(s.title, s.publisher, str(s.year or ""), s.url) for s in case.sources),
    )
    return Draft(str(uuid.uuid4()), entry, case.id, seq)


def case_of(draft: Draft, status: str = "brouillon") -> CaseStudy:
    """Return the example as it is written so far, unchecked: what cannot be read is left out, to be seen on the way."""
    entry = draft.entry
    sources = tuple(filter(None, map(_source, entry.sources)))
    said: dict[str, Any] = {name: cleaned(getattr(entry, name)) for name in _TEXTS}
    lists: dict[str, Any] = {name: lines(getattr(entry, name)) for name in _LINE_FIELDS}
    return CaseStudy(
        **said,
        **lists,
        slug=draft.slug,
        territory=entry.territory or "inconnu",
        problems=entry.problems,
        levers=entry.levers,
        outcome=entry.outcome or "non-evalue",
        intensity=entry.intensity,
        period=_period(entry),
        partners=tuple(filter(None, map(cleaned, entry.partners))),
        results=tuple(
            Result(statement or figure, line.measured, figure if statement else "")
            for line in entry.results
            for statement, figure in [(cleaned(line.statement), cleaned(line.figure))]
            if statement or figure
        ),
        source=sources[0] if sources else None,
        other_sources=sources[1:],
        status=status,
        confidentiality=entry.confidentiality,
        attachments=entry.attachments,
        confirmed=_still_there(entry),
    )


def _still_there(entry: Entry) -> tuple[Confirmed, ...]:
    """Return what was confirmed and is still said: words that were taken out leave no trace."""
    said = list(texts(entry))
    return tuple(each for each in entry.confirmed if any(n == each.key and each.text in text for n, text in said))


def lines(text: str) -> tuple[str, ...]:
    """Return the items of a text typed one a line, without the bullets that a pasted list brings."""
    return tuple(filter(None, (_BULLET.sub("", line).strip() for line in cleaned(text).split("\n"))))


def cleaned(text: str) -> str:
    """Return a text without what no record may hold: control characters, and those that turn the direction round."""
    return _FORBIDDEN.sub("", "\n".join(text.splitlines())).strip()  # « splitlines » knows how Word and Qt end a line


def faults(entry: Entry) -> dict[str, str]:
    """Return, by field, what cannot be recorded as it is typed: a French sentence each."""
    found = dict(_text_faults(entry))
    for name in ("start", "end"):
        try:
            read_month(getattr(entry, name))
        except UnreadableMonthError as error:
            found[name] = f"Cette date ne se lit pas\u00a0: {error}."
    if "start" not in found and "end" not in found and _ends_before_it_starts(_period(entry)):
        found["end"] = "La fin précède le début\u00a0: vérifiez les deux dates."
    for place, source in enumerate(entry.sources):
        if readable_year(source.year) is None:
            found[f"sources.{place}"] = "L’année d’une source s’écrit en quatre chiffres, comme 2021."
    return found


def readable_year(text: str) -> int | None:
    """Return the year of a source as it was typed, 0 when nothing was; None when it is no year."""
    if not text.strip():
        return 0
    return int(text) if re.fullmatch(r"(?:19|20)\d\d", text.strip()) else None


def missing(entry: Entry) -> dict[str, str]:
    """Return, by field, what an example must have before others read it: a French phrase each, in order of the form."""
    needed = {
        "title": ("un titre", cleaned(entry.title)),
        "commune": ("un lieu (commune ou région)", cleaned(entry.commune) or cleaned(entry.region)),
        "problems": ("une situation au moins", entry.problems),
        "actions": ("ce qui a été fait", lines(entry.actions)),
        "outcome": ("le résultat, même «\u00a0non évalué\u00a0»", entry.outcome),
    }
    return {name: words for name, (words, value) in needed.items() if not value}


@dataclass(frozen=True, slots=True)
class Rubric:
    """Something that others need to do the same, and whether the example says it; ``key`` is its first field."""

    key: str
    label: str
    done: bool


def rubrics(entry: Entry) -> tuple[Rubric, ...]:
    """Return what makes an example of use to others: the problem, the action and why, the result, the context."""
    told = any(line.statement.strip() or line.figure.strip() for line in entry.results)
    return (
        Rubric("commune", "Lieu et organisme", bool(entry.commune.strip() and entry.organisation.strip())),
        Rubric("start", "Période", _period(entry).start is not None),
        Rubric("problems", "Situations et intensité", bool(entry.problems and entry.intensity)),
        Rubric("context", "Contexte", len(entry.context.split()) >= _ENOUGH_CONTEXT),
        Rubric("levers", "Leviers", bool(entry.levers)),
        Rubric("actions", "Ce qui a été fait", bool(lines(entry.actions))),
        Rubric("rationale", "Pourquoi ce choix", bool(entry.rationale.strip())),
        Rubric("partners", "Partenaires, habitants", bool(entry.partners or entry.residents.strip())),
        Rubric("results", "Résultats, ou leur absence", told or entry.outcome == "non-evalue"),
        Rubric("lessons", "Enseignements", bool(lines(entry.lessons))),
    )


def encoded(entry: Entry) -> dict[str, Any]:
    """Return ``entry`` as plain data that JSON holds."""
    return dataclasses.asdict(entry)


def decoded(data: object) -> Entry:
    """Return the entry that :func:`encoded` gave, in any version of the program.

    Unknown keys are dropped; what is missing, or of another form than here, has its default.

    Raises:
        ValueError: ``data`` are not those of an entry at all.
    """
    return read_as(Entry, data)


def texts(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the texts of the form that tell what happened, with their field: what the privacy guard reads."""
    for name in (*_TEXTS, *_LINE_FIELDS):
        if name not in _NOT_TOLD:
            yield name, getattr(entry, name)
    yield from (("partners", partner) for partner in entry.partners)
    yield from (("results", text) for line in entry.results for text in (line.statement, line.figure))
    yield from (("attachments", text) for each in entry.attachments for text in (each.caption, each.name))
    if not entry.department:  # else it is one of the communes of France
        yield "commune", entry.commune
    for source in entry.sources:
        # A page on the web names its authors to everyone already; its address may be that of somebody's profile.
        read = (source.url,) if source.url.strip() else (source.title, source.publisher)
        yield from (("sources", text) for text in read)


_ENOUGH_CONTEXT = 10
"""Words without which a context says too little to compare with one's own."""
_NOT_TOLD = ("commune", "department", "region", "review_comment")
"""Names of places, and what someone else wrote."""
_TEXTS = (
    *("title", "organisation", "commune", "department", "region", "neighbourhood", "intensity_why", "context"),
    *("rationale", "cost", "residents", "review_comment"),
)
_SAME = (
    *_TEXTS,
    *("territory", "problems", "intensity", "levers", "partners", "outcome", "confidentiality"),
    *("attachments", "confirmed"),
)
_TYPED = tuple(
    f.name for f in dataclasses.fields(Entry) if f.name not in {"territory", "organisation", "confidentiality"}
)


def _lengths(entry: Entry) -> Iterator[tuple[str, int]]:
    """Yield the length of every text that is typed, with its field."""
    yield from ((name, len(getattr(entry, name))) for name in _TEXTS if name in _NOT_TOLD)
    yield from ((name, len(text)) for name, text in texts(entry))
    yield from (("sources", max(map(len, dataclasses.astuple(source)))) for source in entry.sources)


def _text_faults(entry: Entry) -> Iterator[tuple[str, str]]:
    for name, length in _lengths(entry):
        if length > MAX_TEXT:
            size = f"{length // 1000:,}".replace(",", "\u202f") + "\u202f000"
            yield (
                name,
                f"Ce texte a plus de {size} caractères, et une rubrique en tient 100\u202f000\u00a0: raccourcissez-le.",
            )
    if len(entry.title.strip()) > TITLE_LENGTH:
        yield (
            "title",
            f"Le titre dépasse {TITLE_LENGTH} caractères\u00a0: gardez l’essentiel, le contexte dira le reste.",
        )


def _period(entry: Entry) -> Period:
    dates: list[tuple[int | None, int | None]] = []
    for text in (entry.start, entry.end):
        try:
            dates.append(read_month(text))
        except UnreadableMonthError:
            dates.append((None, None))
    (start, start_month), (end, end_month) = dates
    return Period(start, end, start_month, end_month)


def _ends_before_it_starts(period: Period) -> bool:
    if period.start is None or period.end is None:
        return False
    return (period.end, period.end_month or 12) < (period.start, period.start_month or 1)


def _source(line: SourceLine) -> Source | None:
    title, publisher, url = cleaned(line.title), cleaned(line.publisher), cleaned(line.url)
    year = readable_year(line.year) or None
    return Source(title or url or publisher, publisher, url, year=year) if title or publisher or url else None
