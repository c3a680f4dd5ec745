"""A document with other lines: every line of its text is changed once, and nothing else."""

from hypothesis import given

from levers_app.sheets.document import (
    BulletList,
    EvidenceBlock,
    ListItem,
    Paragraph,
    ResultItem,
    ResultList,
    Row,
    Rows,
    Section,
    Text,
)
from levers_app.sheets.rewriting import section_with, with_lines
from tests.sheets import strategies
from tests.sheets.notes import lever


def louder(line):
    return (*line, Text("!"))


@given(strategies.documents)
def test_lines_left_as_they_are_leave_the_document_as_it_is(document):
    assert with_lines(document, lambda line: line) == document


def test_every_kind_of_line_is_changed_in_reading_order():
    rows = (Row("Acteur", (Text("4"),)),)
    blocks = (
        Paragraph((Text("1"),)),
        BulletList((ListItem((Text("2"),), (Text("3"),)),)),
        Rows(rows),
        EvidenceBlock("faible", "Preuves faibles", (Row("Effet", (Text("5"),)),)),
        ResultList((ResultItem((Text("6"),), "−3 %", measured=True),)),
    )
    met: list[str] = []

    def change(line):
        met.append("".join(piece.text for piece in line))
        return line

    with_lines(lever("a", Section("s", "S", "S", blocks), lead=(Text("0"),)), change)
    assert met == ["0", "1", "2", "3", "4", "5", "6"]


def test_labels_figures_and_what_is_shown_in_short_stay():
    essential = (Paragraph((Text("peu"),)),)
    section = Section("s", "S", "S", (Rows((Row("Acteur", (Text("agit"),), "à relire"),)),), essential=essential)
    changed = section_with(section, louder)
    assert changed.blocks == (Rows((Row("Acteur", (Text("agit"), Text("!")), "à relire"),)),)
    assert changed.essential == essential
