"""Alembic's scripts: each version of the schema, written once and never changed afterwards."""
