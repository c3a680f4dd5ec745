"""Tells of ten thousand examples when each was last written, without reading the journal itself."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Index the journal by record and time."""
    op.create_index("ix_journal_news", "journal", ["record_id", "at"])
