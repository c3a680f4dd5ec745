"""Examples that people record: review, confidentiality, attachments, months; what is added to levers."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_TEXTS = {"rationale": "", "residents": "", "status": "publie", "confidentiality": "public", "review_comment": ""}
_LISTS = ("steps", "attachments", "confirmed")
_MONTHS = ("start_month", "end_month")
_CARD_COLUMNS = (
    *("slug", "title", "summary", "outcome", "territory", "commune", "region", "department"),
    *("start_year", "end_year", "intensity", "measured", "status", "confidentiality"),
)


def upgrade() -> None:
    """Add the columns, and to what was shipped the keys that its records have now."""
    for name, default in _TEXTS.items():
        op.add_column("case_study", sa.Column(name, sa.String(), nullable=False, server_default=default))
    for name in _LISTS:
        op.add_column("case_study", sa.Column(name, sa.JSON(), nullable=False, server_default="[]"))
    for name in _MONTHS:
        op.add_column("case_study", sa.Column(name, sa.Integer(), nullable=True))
    op.create_table(
        "local_complement",
        sa.Column("slug", sa.String(), primary_key=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("contacts", "agreement", "practice", "notes")),
    )
    op.drop_index("ix_case_study_card", "case_study")
    op.create_index("ix_case_study_card", "case_study", list(_CARD_COLUMNS))
    _complete("bundled_record", "record_id")
    _complete("journal", "seq")


def _complete(table: str, key: str) -> None:
    """Add the new keys to the snapshots of examples: an equal record must have an equal snapshot."""
    connection = op.get_bind()
    query = f"SELECT {key}, snapshot FROM {table} WHERE record_id LIKE 'case:%'"  # noqa: S608 - our own names
    changed = [{"key": row[0], "text": _completed(row[1])} for row in connection.execute(sa.text(query))]
    if changed:
        update = f"UPDATE {table} SET snapshot = :text WHERE {key} = :key"  # noqa: S608 - our own names
        connection.execute(sa.text(update), changed)


def _completed(snapshot: str) -> str:
    case = json.loads(snapshot)
    case |= _TEXTS | {name: [] for name in _LISTS}
    case["period"] |= dict.fromkeys(_MONTHS)
    return json.dumps(case, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
