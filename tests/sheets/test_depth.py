from levers_app.sheets.depth import shown_of, shown_sections, shown_sources
from levers_app.sheets.document import BulletList, Document, ListItem, NumberedSource, Section, SourceMark, Text

ITEMS = tuple(ListItem((Text(str(n)), SourceMark((n,)))) for n in (1, 2, 3))
SECTION = Section("a", "A", "A", (BulletList(ITEMS),), 3, (BulletList(ITEMS[:2]),))
SOURCES = tuple(NumberedSource(n, "", "", None, "") for n in (1, 2, 3))


def sheet(*sections):
    return Document("lever:x", "lever", "Levier", "T", (), sections, sources=SOURCES)


def test_essential_says_how_many_are_shown():
    (essential,) = shown_sections(sheet(SECTION), "essential")
    assert shown_of(essential) == "2 sur 3"
    assert shown_of(SECTION) == ""


def test_sections_without_essential_are_left_out():
    assert shown_sections(sheet(Section("b", "B", "B", (BulletList(ITEMS),))), "essential") == ()


def test_essential_keeps_the_sources_it_cites():
    assert [source.number for source in shown_sources(sheet(SECTION), "essential")] == [1, 2]
    assert len(shown_sources(sheet(SECTION), "full")) == 3


def test_all_sources_stay_when_none_is_cited():
    assert len(shown_sources(sheet(), "essential")) == 3
