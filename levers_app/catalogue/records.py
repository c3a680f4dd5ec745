"""The records of the catalogue, as frozen dataclasses that any thread may read.

Field names and meanings follow ``resources/content/FORMAT.md``. Texts are plain French; ``description`` and
``context`` may hold Markdown paragraphs with ``**bold**``; marks such as ``[gltd-2]`` cite a source of the same record.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple

Kind = Literal["lever", "case", "text", "term", "problem", "local"]
RESTRICTED = "restreint"
"""Confidentiality of an example that leaves this computer only when the person says so."""
KINDS: tuple[Kind, ...] = ("lever", "case", "text", "term", "problem")
"""Kinds that are listed and searched: a complement is read with its lever."""


def record_id(kind: Kind, slug: str) -> str:
    """Return the identifier used everywhere outside the tables, such as ``lever:clspd``."""
    return f"{kind}:{slug}"


def slug_of(id_: str) -> str:
    """Return the slug in a record id."""
    return id_.partition(":")[2]


class _Strict:
    """Base of records: validation (``catalogue.validation``) refuses keys that are not fields."""

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Source(_Strict):
    """A page or publication that was read. ``id`` is cited by marks, ``url`` is shown and opened only on request."""

    title: str
    publisher: str
    url: str
    id: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Actor(_Strict):
    """Who takes part in a lever, and what they do."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Step(_Strict):
    """One step of setting a lever up, in project mode."""

    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class LegalReference(_Strict):
    """A legal text as one lever quotes it; ``verify`` says why it must be checked before use (shown "à vérifier")."""

    text: str
    says: str
    source: str
    article: str = ""
    verify: str = ""


@dataclass(frozen=True, slots=True)
class Combination(_Strict):
    """Another lever (its slug) that reinforces this one, and why."""

    lever: str
    why: str


@dataclass(frozen=True, slots=True)
class Evidence(_Strict):
    """What evaluations say, in the EMMIE frame (College of Policing); ``strength`` is kept apart from effect.

    ``studied`` are the problems whose change the evaluations measured: an evaluation of thefts says little of halls.
    """

    effect: str
    mechanism: str
    moderators: str
    implementation: str
    strength: str
    economics: str = ""
    studied: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lever(_Strict):
    """A means of action of a social landlord."""

    kind: ClassVar[Kind] = "lever"

    slug: str
    title: str
    short: str
    acronyms: tuple[str, ...]
    family: str
    summary: str
    problems: tuple[str, ...]
    objectives: tuple[str, ...]
    description: str
    actors: tuple[Actor, ...]
    success_conditions: tuple[str, ...]
    limits: tuple[str, ...]
    steps: tuple[Step, ...]
    indicators: tuple[str, ...]
    evidence: Evidence
    combines_with: tuple[Combination, ...]
    sources: tuple[Source, ...]
    legal: tuple[LegalReference, ...] = ()
    costs: str = ""
    funding: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """``lever:<slug>``."""
        return record_id("lever", self.slug)


@dataclass(frozen=True, slots=True)
class Result(_Strict):
    """One result of an example; ``measured`` tells a measured figure from a statement."""

    statement: str
    measured: bool
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Period(_Strict):
    """First and last year, as far as the source gives them, each with its month, from 1 to 12, when it is known."""

    start: int | None = None
    end: int | None = None
    start_month: int | None = None
    end_month: int | None = None


@dataclass(frozen=True, slots=True)
class Attachment(_Strict):
    """A photo or document of an example, kept outside the base.

    ``digest`` is the SHA-256 of its content, in hexadecimal, ``name`` what it was called where it came from, ``media``
    its type as « image/jpeg », ``size`` in bytes. ``printed`` tells whether it goes into briefs.
    """

    digest: str
    name: str
    media: str
    size: int
    caption: str = ""
    printed: bool = False


@dataclass(frozen=True, slots=True)
class Confirmed(_Strict):
    """Personal data that the author chose to leave in: the words, in which field, and why."""

    key: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class CaseStudy(_Strict):
    """A field example: what was done somewhere, with what result, and what was learned.

    ``slug`` is a stable slug for bundled examples and a UUID for those that users create, which need no ``source``.
    ``rationale`` says why this way of acting was chosen, ``steps`` how it was set up, ``residents`` their part.
    ``status`` and ``confidentiality`` are values of the vocabulary, ``review_comment`` what a reviewer asked for.
    """

    kind: ClassVar[Kind] = "case"

    slug: str
    title: str
    organisation: str
    territory: str
    problems: tuple[str, ...]
    levers: tuple[str, ...]
    context: str
    actions: tuple[str, ...]
    results: tuple[Result, ...]
    outcome: str
    source: Source | None = None
    commune: str = ""
    department: str = ""
    region: str = ""
    neighbourhood: str = ""
    period: Period = Period()
    intensity: int | None = None
    intensity_why: str = ""
    partners: tuple[str, ...] = ()
    difficulties: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()
    cost: str = ""
    other_sources: tuple[Source, ...] = ()
    rationale: str = ""
    steps: tuple[str, ...] = ()
    residents: str = ""
    status: str = "publie"
    confidentiality: str = "public"
    review_comment: str = ""
    attachments: tuple[Attachment, ...] = ()
    confirmed: tuple[Confirmed, ...] = ()

    @property
    def id(self) -> str:
        """``case:<slug>``."""
        return record_id("case", self.slug)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The main source first, then the others: the order of their numbers in a sheet."""
        return (*filter(None, (self.source,)), *self.other_sources)


@dataclass(frozen=True, slots=True)
class GlossaryTerm(_Strict):
    """A sigle or a word of the field; ``see`` holds slugs of levers."""

    kind: ClassVar[Kind] = "term"

    slug: str
    term: str
    expansion: str
    definition: str
    see: tuple[str, ...] = ()
    source: str = ""

    @property
    def id(self) -> str:
        """``term:<slug>``."""
        return record_id("term", self.slug)


@dataclass(frozen=True, slots=True)
class LocalComplement(_Strict):
    """What an organisation adds to a lever of its own (« Chez nous »): whatever becomes of the sheet, it stays.

    ``slug`` is that of the lever; the texts may hold names and numbers, since they do not leave with the sheet.
    """

    kind: ClassVar[Kind] = "local"

    slug: str
    contacts: str = ""
    agreement: str = ""
    practice: str = ""
    notes: str = ""

    @property
    def id(self) -> str:
        """``local:<slug of the lever>``."""
        return record_id("local", self.slug)

    @property
    def empty(self) -> bool:
        """Whether nothing is said."""
        return not any((self.contacts, self.agreement, self.practice, self.notes))


Listed = Lever | CaseStudy | GlossaryTerm
Record = Listed | LocalComplement


@dataclass(frozen=True, slots=True)
class TextCitation:
    """What one lever says of a legal text, with its source."""

    lever: str
    says: str
    source: Source
    verify: str = ""


@dataclass(frozen=True, slots=True)
class LegalText:
    """A legal text or article, gathered from the levers that quote it; it is never written by itself."""

    kind: ClassVar[Kind] = "text"

    slug: str
    text: str
    article: str
    citations: tuple[TextCitation, ...]

    @property
    def id(self) -> str:
        """``text:<slug>``."""
        return record_id("text", self.slug)


class Card(NamedTuple):
    """What lists, filters and counts need to know of a record, without its text.

    A named tuple: ten thousand are made at start-up, and seven times faster than frozen dataclasses.
    ``summary`` is at most 240 characters. ``place`` is the commune or region of an example, ``department`` its number.
    ``problems`` and ``levers`` are slugs; a text or a term lists the levers that quote it in ``levers``.
    ``stale`` examples were written here, and had no news for too long when the card was read (``catalogue.freshness``).
    """

    id: str
    kind: Kind
    title: str
    short: str = ""
    summary: str = ""
    acronyms: tuple[str, ...] = ()
    family: str = ""
    strength: str = ""
    problems: tuple[str, ...] = ()
    levers: tuple[str, ...] = ()
    outcome: str = ""
    territory: str = ""
    place: str = ""
    department: str = ""
    region: str = ""
    start: int | None = None
    end: int | None = None
    intensity: int | None = None
    measured: bool = False
    to_verify: int = 0
    status: str = ""
    confidentiality: str = ""
    stale: bool = False

    @property
    def last_year(self) -> int:
        """The last year that an example names, 0 when it names none."""
        return self.end or self.start or 0


class LinkedCase(NamedTuple):
    """What a sheet says of an example that it leads to; ``place`` is the commune or region."""

    id: str
    title: str
    outcome: str
    place: str
    start: int | None
    end: int | None
    confidentiality: str = "public"


class LinkedCases(NamedTuple):
    """The examples of a lever or of a situation, which may be thousands: how many of each outcome, and the latest."""

    counts: Mapping[str, int]
    latest: Sequence[LinkedCase]

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(self.counts.values())
