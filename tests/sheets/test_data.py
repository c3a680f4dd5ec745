import json

from hypothesis import given

from levers_app.sheets.data import to_json
from tests.sheets import strategies


@given(strategies.documents)
def test_any_document_is_json(document):
    data = to_json(document)
    assert json.loads(json.dumps(data)) == data


def test_a_sheet_as_data(documents):
    data = to_json(documents["case:besancon-planoise-quartier-reconquete"])
    assert (data["id"], data["kind"]) == ("case:besancon-planoise-quartier-reconquete", "case")
    assert data["sections"][0]["blocks"][0]["items"][0]["measured"] is True


def test_every_kind_of_block_has_its_type(documents):
    data = to_json(documents["lever:videoprotection"])
    types = {block["type"] for section in data["sections"] for block in section["blocks"]}
    assert types == {"paragraph", "list", "steps", "rows", "evidence", "records"}
