"""The only door to the data: SQLite, through SQLModel for writes and ``sqlite3`` for reads (quick to import)."""
