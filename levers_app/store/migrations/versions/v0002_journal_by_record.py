"""Finds the journal lines of one record at once: its history, and its last state when it is deleted."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Index the journal by record."""
    op.create_index("ix_journal_record_id", "journal", ["record_id", "seq"])
