"""Free words of a note: what is read of their Markdown, and that nothing else of them is lost or obeyed."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from levers_app.sheets.document import Acronym, BulletList, Paragraph, Text, lines, plain
from levers_app.sheets.free_text import free_sections
from tests.sheets.strategies import NASTY

TYPED = st.lists(
    st.text(max_size=20)
    | st.sampled_from(NASTY)
    | st.sampled_from(
        ["# A", "### B ##", "- a", "  - b", "1. c", "2) d", "30. e", "", "   suite", "**f** *g*", "- - - h"]
    ),
    max_size=8,
).map("\n".join)
_MARKUP = re.compile(r"[\W\d_]+")


def letters(text: str) -> str:
    """Return the letters of ``text``: signs and numbers of Markdown may go, and typography changes the others."""
    return _MARKUP.sub("", text)


def blocks(text, house):
    return [block for section in free_sections(text, house) for block in section.blocks]


def words(block):
    return [plain(line) for line in lines(block)]


@pytest.fixture
def read(house):
    """Return the title, level and blocks of each section, as words."""
    return lambda text: [
        (s.title, s.level, [words(block) if isinstance(block, BulletList) else words(block)[0] for block in s.blocks])
        for s in free_sections(text, house)
    ]


@given(TYPED)
@example("- " * 200 + "mots")
@example("> " * 200 + "mots")
@example("*" * 5000 + "mots")
@example("- # titre\n- b")
@example("#" * 5000)
def test_any_text_keeps_all_its_words(house, text):
    found = free_sections(text, house)
    shown = [part for s in found for part in (s.title, *(w for block in s.blocks for w in words(block)))]
    assert letters("".join(shown)) == letters(text)
    assert all(s.title or s.blocks for s in found)
    assert all(block.items for s in found for block in s.blocks if isinstance(block, BulletList))


def test_headings_make_sections_and_words_before_them_have_none(read):
    assert read("avant\n\n## La situation ##\n\nici") == [("", 1, ["avant"]), ("La situation", 1, ["ici"])]


def test_levels_follow_one_another_whatever_was_typed(read):
    found = read("## A\n#### B\n###### C\n###### D\n### E\n# F\n## G\n### H\n#### I")
    assert [(title, level) for title, level, _ in found] == [
        *(("A", 1), ("B", 2), ("C", 3), ("D", 3), ("E", 2)),
        *(("F", 1), ("G", 2), ("H", 3), ("I", 3)),
    ]


def test_each_line_is_a_line_and_lists_take_their_items(read):
    assert read("un\ndeux\n- a\n  b\n* c\n\n– d\nfin") == [("", 1, ["un", "deux", ["a b", "c", "d"], "fin"])]
    assert read("1. a\n2. b\n\n3. c\n1. d") == [("", 1, [["a", "b", "c", "d"]])]


def test_numbered_lists_are_told_from_others(house):
    first, second = blocks("1) a\n2) b\n\nmots\n\n- c\n", house)[::2]
    assert (first.numbered, second.numbered) == (True, False)


@pytest.mark.parametrize(
    "text", ["2026. Une année", "12) rue des Lilas", "+ 10 % de présence", "#titre", "-tiret", "1.a"]
)
def test_what_only_looks_like_markup_stays(read, text):
    assert read(text)[0][2][0].replace("\u00a0", " ") == text


def test_a_list_of_figures_is_a_list(read):
    assert read("- 30 % des halls\n- 10 %") == [("", 1, [["30\u00a0% des halls", "10\u00a0%"]])]


def test_bold_and_italics_are_read_and_headings_say_their_words_alone(house):
    (section,) = free_sections("## Le **vrai** sujet\n**gras** et *penché*", house)
    assert section.title == "Le vrai sujet"
    assert section.blocks == (Paragraph((Text("gras", strong=True), Text(" et "), Text("penché", emphasis=True))),)


@pytest.mark.parametrize(
    "text",
    [
        "<b>gras</b> & <script>x</script>",
        "[ici](javascript:x)",
        "![a](http://x)",
        "`code`",
        "    code",
        "~~~",
        "---",
    ],
)
def test_other_markup_stays_the_text_that_was_typed(read, text):
    assert read(text) == [("", 1, [text.strip()])]


def test_sigles_are_marked_once_and_typography_is_french(house):
    (block,) = blocks('Le GLTD : "oui"', house)
    assert [type(piece) for piece in block.line] == [Text, Acronym, Text]
    assert plain(block.line) == "Le GLTD\u00a0: «\u00a0oui\u00a0»"


def test_nothing_typed_is_nothing(house):
    assert free_sections(" \n\n \t", house) == ()
