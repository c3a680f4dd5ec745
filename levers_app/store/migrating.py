"""Brings the schema of a base up to date with Alembic. Slow to import: only a new or an older base needs it."""

from pathlib import Path

from alembic import command
from alembic.config import Config

from levers_app.store import migrations
from levers_app.store.revisions import HEAD
from levers_app.store.sessions import engine_of, transaction


def migrate(path: Path, revision: str = HEAD) -> None:
    """Bring the base at ``path`` (or an empty file) to ``revision``, in one transaction.

    Raises:
        StorageError: the base is locked, full, read-only or damaged; it is as it was.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    # Rebuilding a table drops the old one, which links to it would forbid.
    engine = engine_of(path, foreign_keys=False)
    try:
        with transaction(engine, path) as session:
            config.attributes["connection"] = session.connection()
            command.upgrade(config, revision)
    finally:
        engine.dispose()
