"""A note as Markdown and as plain text says what its pages say, and its texts stay text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from levers_app.catalogue.actions import Action
from levers_app.catalogue.brief import ActionsItem, ComparisonItem, Cover, SheetItem, TextItem
from levers_app.sheets.edition import ComparisonPart
from levers_app.sheets.edition_html import edition_html
from levers_app.sheets.edition_text import edition_markdown, edition_text
from tests.sheets import strategies
from tests.sheets.notes import RESTRICTED, case, citing, lever, page, printed, section
from tests.sheets.test_text import MARKDOWN, SAFE, read


@given(strategies.editions())
@settings(max_examples=60)
def test_markdown_content_stays_text(found):
    text, kinds = read(edition_markdown(found))
    shown = strategies.squeezed(text)
    assert all(words in shown for words in strategies.words_of_note(found))
    assert kinds <= SAFE | {"link_open", "link_close"}


@given(strategies.editions())
@settings(max_examples=60)
def test_plain_text_says_everything(found):
    shown = strategies.squeezed(edition_text(found))
    assert all(words in shown for words in strategies.words_of_note(found))


@pytest.mark.parametrize("control", ["\x00", "\x01", "\x1b", "\x9b", "\u202e", "\u2069"])
def test_every_form_shows_the_same_mark_for_what_a_reader_would_obey(library, control):
    actions = ActionsItem((Action(what=f"Porte{control}hall", who=f"Chef{control}", lever="clspd"),))
    head = Cover(title=f"Note{control}du soir", addressee=f"Maire{control}x")
    sheet = lever("a", section(citing(f"Calme{control}revenu", 1)), sources=(page(1, f"https://a.fr/{control}x"),))
    found = printed(library, TextItem(f"## Tit{control}re\n\nMots{control}dits"), actions, sheet, head=head)
    for write in (edition_markdown, edition_text, edition_html):
        said = write(found)
        assert control not in said
        for words in ("Porte", "Chef", "Note", "Maire", "Calme", "Tit", "Mots"):
            assert f"{words}\ufffd" in said


def titles(markdown: str) -> list[tuple[str, str]]:
    tokens = MARKDOWN.parse(markdown)
    return [(one.tag, two.content) for one, two in pairwise(tokens) if one.type == "heading_open"]


def test_headings_have_the_levels_of_the_pages(library):
    a = lever("a", section("x"), section(citing("y", 1), key="couts", title="Coûts"), sources=(page(1),))
    found = printed(library, TextItem("# Situation\n## Détail\nmots"), a, name="Comité", paged=False)
    assert titles(edition_markdown(found)) == [
        *(("h1", "Comité"), ("h2", "Situation"), ("h3", "Détail"), ("h3", "Levier a"), ("h4", "Description")),
        *(("h4", "Coûts"), ("h2", "Sources")),
    ]


@pytest.mark.parametrize("write", [edition_markdown, edition_text])
def test_sheets_of_their_own_pages_list_their_sources(library, write):
    a = lever("a", section(citing("un", 1)), sources=(page(1),))
    assert write(printed(library, a, lever("b", section("x")))).count("Page 1") == 1


def test_a_comparison_is_read_row_by_row(library):
    found = printed(library, ComparisonItem(("videoprotection", "clspd")))
    written = edition_text(found)
    (part,) = (part for part in found.parts if isinstance(part, ComparisonPart))
    names = [lever.title for lever in part.comparison.levers]
    after = written.partition("Pour quoi faire")[2].partition("Ce qu’on sait de l’effet")[0]
    assert [line for line in after.splitlines() if line in names] == names
    assert f"– {names[0]}\u00a0: Sûreté · Preuves moyennes · 10 exemples" in written


def test_actions_are_read_one_after_the_other_without_what_is_empty(library):
    first = Action("Signer *vite*", "Avec le parquet", "clspd", cost="2 000 €", carried="FIPD")
    second = Action(lever="clspd", who="DSU", state="done")
    found = printed(library, ActionsItem((first, second)), name="Plan")
    lever = library.sheet("lever:clspd").title
    after = edition_text(found).partition(f"{lever}\n")[2].splitlines()
    assert [line for line in after if line][:7] == [
        *("Signer *vite*", "Avec le parquet", "– Coût et financement\u00a0: 2\u202f000\u00a0€ · FIPD"),
        *("– Suivi\u00a0: À faire", "Action sans titre", "– Qui\u00a0: DSU", "– Suivi\u00a0: Faite"),
    ]
    written = edition_markdown(found)
    assert titles(written)[:3] == [("h1", "Plan"), ("h2", "Actions"), ("h3", lever)]
    assert "**Signer \\*vite\\***" in written


def test_the_head_says_who_and_when_and_the_end_how_to_cite_it(library):
    found = printed(library, "lever:clspd", "lever:gltd", head=Cover("Titre", "Sous-titre", "Office"), contents=True)
    lines = edition_text(found).splitlines()
    assert lines[:6] == ["Titre", "=====", "", "Sous-titre", "", "Note"] or lines[5].endswith("Dossier")
    assert "– Organisme\u00a0: Office" in lines
    assert lines[lines.index("Sommaire") + 2].startswith("– Conseil local")
    assert lines[-1].startswith("Pour citer ce document\u00a0: Office, «\u00a0Titre\u00a0»")


@pytest.mark.parametrize("write", [edition_markdown, edition_text])
def test_a_restricted_note_says_so(library, write):
    found = printed(library, case("secret", section("x"), facts=(RESTRICTED,)), restricted=True)
    assert write(found).startswith("Restreint\n")


def test_levels_of_markdown_are_never_beyond_six(library):
    deep = TextItem("# A\n## B\n### C\n#### D\nmots")
    found = printed(library, deep, SheetItem("lever:clspd", "full"), paged=False)
    assert max(tag for tag, _ in titles(edition_markdown(found))) <= "h6"
    assert MarkdownIt().render(edition_markdown(found)).count("<h1>") == 1
