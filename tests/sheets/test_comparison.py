"""Levers side by side."""

import pytest

from levers_app.catalogue.brief import MOST_COMPARED, ComparisonItem, SheetItem
from levers_app.sheets.comparison import ROWS, comparison
from levers_app.sheets.document import Paragraph, SourceMark, lines, plain
from levers_app.sheets.editing import edition
from levers_app.sheets.edition import ComparisonPart
from tests.sheets.notes import lever, note, press, printed, section

SLUGS = ("videoprotection", "mediation-sociale", "clspd", "gltd")


def words(cell):
    return " ".join(plain(line) for block in cell for line in lines(block))


def row(found, key):
    return next(row for row in found.rows if row.key == key)


@pytest.fixture
def every(documents):
    return [document for id_, document in documents.items() if id_.startswith("lever:")]


def test_every_lever_has_a_cell_in_every_row_and_none_is_empty(every):
    for first in range(0, len(every), MOST_COMPARED):
        compared = every[first : first + MOST_COMPARED]
        found = comparison(compared)
        assert [row.key for row in found.rows] == list(ROWS)
        assert {len(row.cells) for row in found.rows} == {len(compared)}
        assert all(words(cell).strip() for row in found.rows for cell in row.cells)


def test_heads_say_strength_and_feet_count_examples(documents):
    (head,) = comparison([documents["lever:videoprotection"]]).levers
    assert (head.title, head.family_label) == ("Vidéoprotection des parties communes", "Sûreté")
    assert head.strength.label == "Preuves moyennes"
    counts = [int(fact.label.split()[0]) for fact in head.examples]
    assert counts[0] == sum(counts[1:])


def test_what_nothing_is_known_of_is_said():
    found = comparison([lever("a", section("cher", key="couts")), lever("b")])
    assert [words(cell) for cell in row(found, "couts").cells] == ["cher", "Pas de coût sourcé"]
    assert words(row(found, "objectifs").cells[0]) == "Non renseigné"
    assert all(isinstance(block, Paragraph) and block.quiet for block in row(found, "limites").cells[1])


def test_texts_and_actors_are_named_only(documents):
    sheet = documents["lever:videoprotection"]
    found = comparison([sheet])
    labels = [item.label for part in sheet.sections if part.key == "textes" for item in part.blocks[0].rows]
    assert words(row(found, "textes").cells[0]).startswith(", ".join(labels[:5]))


def test_it_has_the_title_that_was_given_or_one_of_its_own():
    assert comparison([lever("a"), lever("b")], "Face au trafic").title == "Face au trafic"
    assert comparison([lever("a"), lever("b")]).title


def test_in_a_note_its_sources_are_those_of_the_note(library):
    found = printed(library, ComparisonItem(SLUGS), SheetItem("lever:gltd", "full"))
    (part,) = (part for part in found.parts if isinstance(part, ComparisonPart))
    cited = [
        number
        for row in part.comparison.rows
        for cell in row.cells
        for block in cell
        for line in lines(block)
        for piece in line
        if isinstance(piece, SourceMark)
        for number in piece.numbers
    ]
    numbers = [source.number for source in found.sources]
    assert cited
    assert numbers == list(range(1, len(numbers) + 1))
    assert set(cited) <= set(numbers)
    assert list(dict.fromkeys(cited)) == sorted(set(cited))


def test_a_comparison_alone_gives_the_note_its_title(library):
    found = edition(note(ComparisonItem(SLUGS[:2], 'Face au "trafic"')), press(library))
    assert found.title == "Face au «\u00a0trafic\u00a0»"
