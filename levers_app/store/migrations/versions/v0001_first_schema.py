"""First schema: records, their links, the content as shipped, the journal, and what the base says of itself."""

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create every table."""
    _create_records()
    _create_lever_links()
    _create_other_links()
    _create_bookkeeping()


def _create_records() -> None:
    op.create_table(
        "lever",
        sa.Column("slug", sa.String(), primary_key=True),
        *_texts("title", "short", "family", "summary", "description", "costs", "strength"),
        *_lists("acronyms", "objectives", "actors", "success_conditions", "limits", "steps", "indicators", "funding"),
        *_lists("evidence", "sources"),
    )
    _index("lever", "family", "strength")
    op.create_table(
        "case_study",
        sa.Column("slug", sa.String(), primary_key=True),
        *_texts("title", "summary", "organisation", "commune", "department", "region", "neighbourhood", "territory"),
        *(sa.Column(name, sa.Integer(), nullable=True) for name in ("start_year", "end_year", "intensity")),
        *_texts("intensity_why", "outcome"),
        sa.Column("measured", sa.Boolean(), nullable=False),
        *_texts("context", "cost"),
        *_lists("actions", "partners", "results", "difficulties", "lessons", "source", "other_sources"),
    )
    _index("case_study", "territory", "outcome")
    op.create_table(
        "glossary_term",
        sa.Column("slug", sa.String(), primary_key=True),
        *_texts("term", "expansion", "definition", "source"),
    )


def _create_lever_links() -> None:
    _create_links("lever_problem", _to("lever_slug", "lever.slug"), *_texts("problem"))
    _index("lever_problem", "problem")
    _create_links(
        "lever_lever", _to("lever_slug", "lever.slug"), _to("other_slug", "lever.slug", key=False), *_texts("why")
    )
    _index("lever_lever", "other_slug")
    _create_links(
        "legal_reference",
        _to("lever_slug", "lever.slug"),
        *_texts("text_slug", "text", "article", "says", "source", "verify"),
    )
    _index("legal_reference", "text_slug")


def _create_other_links() -> None:
    _create_links("case_problem", _to("case_slug", "case_study.slug"), *_texts("problem"))
    _index("case_problem", "problem")
    _create_links("case_lever", _to("case_slug", "case_study.slug"), _to("lever_slug", "lever.slug", key=False))
    _index("case_lever", "lever_slug")
    _create_links("term_lever", _to("term_slug", "glossary_term.slug"), _to("lever_slug", "lever.slug", key=False))
    _index("term_lever", "lever_slug")


def _create_bookkeeping() -> None:
    op.create_table(
        "bundled_record",
        sa.Column("record_id", sa.String(), primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
        *_texts("snapshot"),
        sa.Column("edited_from", sa.Integer(), nullable=True),
    )
    op.create_table(
        "journal",
        sa.Column("seq", sa.Integer(), primary_key=True),
        *_texts("record_id", "action", "author", "at", "snapshot"),
        sqlite_autoincrement=True,
    )
    meta = op.create_table("meta", sa.Column("key", sa.String(), primary_key=True), *_texts("value"))
    op.bulk_insert(meta, [{"key": "base_id", "value": str(uuid.uuid4())}])


def _create_links(table: str, owner: sa.Column[str], *columns: sa.Column[str]) -> None:
    position = sa.Column("position", sa.Integer(), primary_key=True)
    op.create_table(table, owner, position, *columns, sqlite_with_rowid=False)


def _to(name: str, target: str, *, key: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.String(), sa.ForeignKey(target), primary_key=key, nullable=False)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _lists(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.JSON(), nullable=False) for name in names]


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])
