"""Lists ten thousand examples without reading their texts, and finds the journal lines of one record at once."""

from alembic import op

revision = "0002"
down_revision = "0001"

_CARD_COLUMNS = (
    *("slug", "title", "summary", "outcome", "territory", "commune", "region", "department"),
    *("start_year", "end_year", "intensity", "measured"),
)


def upgrade() -> None:
    """Index the examples by what their cards show, and the journal by record."""
    op.create_index("ix_case_study_card", "case_study", list(_CARD_COLUMNS))
    op.create_index("ix_journal_record_id", "journal", ["record_id", "seq"])
