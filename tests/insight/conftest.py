"""The shipped content as a base holds it."""

import pytest

from levers_app.insight.knowledge import Knowledge
from levers_app.paths import DataFolder, content_folder
from levers_app.store.opening import open_base
from tests.insight.samples import vocabulary


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """What is known of the shipped content alone."""
    base = open_base(DataFolder(tmp_path_factory.mktemp("shipped")), content_folder())
    try:
        return Knowledge(vocabulary(), base.reader.levers(), base.reader.case_cards())
    finally:
        base.close()
