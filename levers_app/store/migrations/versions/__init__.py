"""One module a version of the schema, listed in ``store.revisions``."""
