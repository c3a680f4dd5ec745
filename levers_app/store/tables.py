"""The tables of the base, as SQLModel classes. Slow to import: only what writes imports it."""

from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

CARD_COLUMNS = (
    *("slug", "title", "summary", "outcome", "territory", "commune", "region", "department"),
    *("start_year", "end_year", "intensity", "measured", "status", "confidentiality"),
)
"""What lists show of an example, in an index of their own: ten thousand are listed without reading their texts."""


class LeverRow(SQLModel, table=True):
    """A lever without its links."""

    __tablename__ = "lever"

    slug: str = Field(primary_key=True)
    title: str
    short: str
    family: str = Field(index=True)
    summary: str
    description: str
    costs: str
    strength: str = Field(index=True)
    acronyms: list[str] = Field(sa_type=JSON)
    objectives: list[str] = Field(sa_type=JSON)
    actors: list[dict[str, Any]] = Field(sa_type=JSON)
    success_conditions: list[str] = Field(sa_type=JSON)
    limits: list[str] = Field(sa_type=JSON)
    steps: list[dict[str, Any]] = Field(sa_type=JSON)
    indicators: list[str] = Field(sa_type=JSON)
    funding: list[str] = Field(sa_type=JSON)
    evidence: dict[str, Any] = Field(sa_type=JSON)
    sources: list[dict[str, Any]] = Field(sa_type=JSON)


class CaseRow(SQLModel, table=True):
    """An example without its links; ``summary`` and ``measured`` are drawn from its texts for lists."""

    __tablename__ = "case_study"
    __table_args__ = (Index("ix_case_study_card", *CARD_COLUMNS),)

    slug: str = Field(primary_key=True)
    title: str
    summary: str
    organisation: str
    commune: str
    department: str
    region: str
    neighbourhood: str
    territory: str = Field(index=True)
    start_year: int | None
    end_year: int | None
    start_month: int | None
    end_month: int | None
    intensity: int | None
    intensity_why: str
    outcome: str = Field(index=True)
    measured: bool
    context: str
    cost: str
    actions: list[str] = Field(sa_type=JSON)
    partners: list[str] = Field(sa_type=JSON)
    results: list[dict[str, Any]] = Field(sa_type=JSON)
    difficulties: list[str] = Field(sa_type=JSON)
    lessons: list[str] = Field(sa_type=JSON)
    source: dict[str, Any] | None = Field(sa_type=JSON, nullable=False)  # none is written as JSON's null
    other_sources: list[dict[str, Any]] = Field(sa_type=JSON)
    rationale: str
    steps: list[str] = Field(sa_type=JSON)
    residents: str
    status: str
    confidentiality: str
    review_comment: str
    attachments: list[dict[str, Any]] = Field(sa_type=JSON)
    confirmed: list[dict[str, Any]] = Field(sa_type=JSON)


class TermRow(SQLModel, table=True):
    """A glossary term without its links."""

    __tablename__ = "glossary_term"

    slug: str = Field(primary_key=True)
    term: str
    expansion: str
    definition: str
    source: str


class LocalComplementRow(SQLModel, table=True):
    """What an organisation adds to a lever."""

    __tablename__ = "local_complement"

    slug: str = Field(primary_key=True)
    contacts: str
    agreement: str
    practice: str
    notes: str


class LegalReferenceRow(SQLModel, table=True):
    """A legal text as one lever quotes it; ``text_slug`` gathers those that quote the same article."""

    __tablename__ = "legal_reference"
    __table_args__ = {"sqlite_with_rowid": False}

    lever_slug: str = Field(foreign_key="lever.slug", primary_key=True)
    position: int = Field(primary_key=True)
    text_slug: str = Field(index=True)
    text: str
    article: str
    says: str
    source: str
    verify: str


class LeverProblemRow(SQLModel, table=True):
    """A situation that a lever answers."""

    __tablename__ = "lever_problem"
    __table_args__ = {"sqlite_with_rowid": False}

    lever_slug: str = Field(foreign_key="lever.slug", primary_key=True)
    position: int = Field(primary_key=True)
    problem: str = Field(index=True)


class LeverLeverRow(SQLModel, table=True):
    """Another lever that reinforces this one."""

    __tablename__ = "lever_lever"
    __table_args__ = {"sqlite_with_rowid": False}

    lever_slug: str = Field(foreign_key="lever.slug", primary_key=True)
    position: int = Field(primary_key=True)
    other_slug: str = Field(foreign_key="lever.slug", index=True)
    why: str


class CaseProblemRow(SQLModel, table=True):
    """A situation that an example met."""

    __tablename__ = "case_problem"
    __table_args__ = {"sqlite_with_rowid": False}

    case_slug: str = Field(foreign_key="case_study.slug", primary_key=True)
    position: int = Field(primary_key=True)
    problem: str = Field(index=True)


class CaseLeverRow(SQLModel, table=True):
    """A lever that an example used."""

    __tablename__ = "case_lever"
    __table_args__ = {"sqlite_with_rowid": False}

    case_slug: str = Field(foreign_key="case_study.slug", primary_key=True)
    position: int = Field(primary_key=True)
    lever_slug: str = Field(foreign_key="lever.slug", index=True)


class TermLeverRow(SQLModel, table=True):
    """A lever that a glossary term sends to."""

    __tablename__ = "term_lever"
    __table_args__ = {"sqlite_with_rowid": False}

    term_slug: str = Field(foreign_key="glossary_term.slug", primary_key=True)
    position: int = Field(primary_key=True)
    lever_slug: str = Field(foreign_key="lever.slug", index=True)


class BundledRow(SQLModel, table=True):
    """A record as the program ships it, kept beside the user's own version of it.

    ``version`` is the content version that last changed it. ``edited_from`` is the one that the user's version, or
    deletion, started from; it is null as long as the user has not changed the record.
    """

    __tablename__ = "bundled_record"

    record_id: str = Field(primary_key=True)
    version: int
    snapshot: str
    edited_from: int | None = None


class JournalRow(SQLModel, table=True):
    """One accepted write; ``snapshot`` is the record after it, or as it was when it was deleted."""

    __tablename__ = "journal"
    __table_args__ = (
        Index("ix_journal_record_id", "record_id", "seq"),
        Index("ix_journal_news", "record_id", "at"),
        {"sqlite_autoincrement": True},
    )

    seq: int | None = Field(default=None, primary_key=True)
    record_id: str
    action: str
    author: str
    at: str
    snapshot: str


class MetaRow(SQLModel, table=True):
    """What the base says of itself: ``base_id`` and ``content_version``."""

    __tablename__ = "meta"

    key: str = Field(primary_key=True)
    value: str
