"""Bases as earlier versions of the program left them."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

_COLUMNS_OF_3 = (
    *("rationale", "steps", "residents", "status", "confidentiality", "review_comment", "attachments", "confirmed"),
    *("start_month", "end_month"),
)


def make_older(path: Path, revision: str) -> None:
    """Take out of the base at ``path`` what came after ``revision``: 0001, 0002 or 0003."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP INDEX ix_journal_news")
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        if revision == "0003":
            return
        connection.execute("DROP INDEX ix_case_study_card")
        connection.execute("DROP TABLE local_complement")
        for column in _COLUMNS_OF_3:
            connection.execute(f"ALTER TABLE case_study DROP COLUMN {column}")
        for table, key in (("bundled_record", "record_id"), ("journal", "seq")):
            rows = connection.execute(f"SELECT {key}, snapshot FROM {table} WHERE record_id LIKE 'case:%'").fetchall()
            for row, snapshot in rows:
                connection.execute(f"UPDATE {table} SET snapshot = ? WHERE {key} = ?", (_as_before_3(snapshot), row))
        if revision == "0001":
            connection.execute("DROP INDEX ix_journal_record_id")
        else:
            connection.execute("CREATE INDEX ix_case_study_card ON case_study (slug, title)")


def _as_before_3(snapshot: str) -> str:
    case: dict[str, Any] = json.loads(snapshot)
    for name in _COLUMNS_OF_3[:-2]:
        del case[name]
    case["period"] = {name: case["period"][name] for name in ("start", "end")}
    return json.dumps(case, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
