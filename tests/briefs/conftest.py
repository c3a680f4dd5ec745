"""The bundled content, as the sheets show it."""

from tests.sheets.conftest import base, documents, library, vocabulary  # noqa: F401 - fixtures
