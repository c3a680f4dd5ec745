"""The page of a note: valid, readable by a screen reader, whole in itself, and its parts lead to one another."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from levers_app.catalogue.actions import Action
from levers_app.catalogue.brief import ActionsItem, ComparisonItem, Cover, Item, SheetItem, TextItem
from levers_app.catalogue.brief_models import MODELS, new_brief
from levers_app.sheets.action_table import COLUMNS
from levers_app.sheets.document import Link, RecordItem, ResultItem, ResultList, Section, Text
from levers_app.sheets.editing import edition
from levers_app.sheets.edition import TextPart
from levers_app.sheets.edition_html import edition_html
from levers_app.sheets.edition_style import style
from tests.sheets import strategies
from tests.sheets.attached import item, photo, sheet
from tests.sheets.html_accessibility import faults, parsed, words
from tests.sheets.notes import RESTRICTED, case, citing, lever, naming, page, press, printed, section

SLUGS = ("videoprotection", "mediation-sociale", "clspd", "gltd")
CASE = "case:besancon-planoise-quartier-reconquete"
COMMITTEE: tuple[Item, ...] = (
    TextItem("## La situation\n\nLe **hall** est occupé.\n\n- un\n- deux\n\n### Depuis quand\n\n1. Hier, en GLTD"),
    *(SheetItem(f"lever:{slug}") for slug in SLUGS[:2]),
    TextItem("## Ce que d’autres ont fait"),
    SheetItem(CASE),
)

PLAN = ActionsItem(
    (
        Action("Signer la convention", "Avec le parquet", "clspd", who="DSU", cost="2 000 €", carried="FIPD"),
        Action("Rappeler", lever="clspd"),
        Action(lever="gltd", indicator="Faits signalés\nFaits traités", state="done", follow_up="Fait en mars"),
    )
)


def read(found):
    return parsed(edition_html(found))


def heads(tree):
    return [(each.tag, words(each)) for each in tree.iter() if re.fullmatch(r"h\d", each.tag)]


def by_id(tree, wanted):
    return next(each for each in tree.iter() if each.get("id") == wanted)


def test_the_whole_content_is_a_page_without_fault(library, documents):
    brief = new_brief(MODELS["dossier"], [SheetItem(id_) for id_ in documents], name="Tout")
    assert faults(edition_html(edition(brief, press(library)))) == []


@pytest.mark.parametrize("options", [{}, {"contents": True}, {"cover": True, "contents": True}, {"paged": False}])
@pytest.mark.parametrize(
    "items",
    [
        *((), ("lever:clspd",), COMMITTEE, (PLAN,), (*COMMITTEE[:2], PLAN)),
        *((ComparisonItem(SLUGS),), (ComparisonItem(SLUGS[:2]), *COMMITTEE)),
    ],
)
def test_notes_of_every_kind_have_no_fault(library, items, options):
    assert faults(edition_html(printed(library, *items, **options))) == []


def test_a_heading_of_blanks_is_no_heading_and_in_no_contents(library):
    found = printed(library, TextItem("x"), contents=True)
    blank = TextPart(0, (Section("part-0", " ", "", ()),))
    assert faults(edition_html(replace(found, parts=(blank, *found.parts)))) == []


@given(strategies.editions())
@settings(max_examples=60)
def test_any_text_stays_text_in_a_page_without_fault(found):
    page = edition_html(found)
    assert faults(page) == []
    shown = strategies.squeezed("".join(next(parsed(page).iter("body")).itertext()))
    assert all(words in shown for words in strategies.words_of_note(found))


def test_headings_follow_the_order_of_the_note(library):
    found = heads(read(printed(library, *COMMITTEE, name="Comité", paged=False)))
    assert found[:5] == [
        ("h1", "Comité"),
        ("h2", "La situation"),
        ("h3", "Depuis quand"),
        ("h3", "Vidéoprotection des parties communes"),
        ("h4", "À quelles conditions (4 sur 7)"),
    ]
    assert found[-2:] == [("h2", "Sigles"), ("h2", "Sources")]


def test_a_sheet_alone_has_its_title_first_and_what_is_said_of_the_note_last(library):
    tree = read(printed(library, "lever:clspd", head=Cover(organisation="Office")))
    assert heads(tree)[0] == ("h1", library.sheet("lever:clspd").title)
    assert tree.find("body/header") is None
    assert "Office" in words(tree.find("body/footer"))


def test_the_contents_lead_to_parts_as_deep_as_their_headings(library):
    nav = read(printed(library, *COMMITTEE, contents=True, paged=False)).find("body/nav")
    first = nav.find("ol/li")
    assert words(first.find("a")) == "La situation"
    assert [words(each) for each in first.findall("ol/li/a")][:2] == [
        "Depuis quand",
        "Vidéoprotection des parties communes",
    ]
    assert [words(each) for each in nav.findall("ol/li/a")][-2:] == ["Sigles", "Sources"]


def test_marks_lead_to_shared_sources_and_back(library):
    a = lever("a", section(citing("un", 1)), sources=(page(1),))
    b = lever("b", section(citing("deux", 1)), sources=(page(1),))
    tree = read(printed(library, a, b, paged=False))
    source = by_id(tree, "source-1")
    assert [each.get("href") for each in source.iter("a")] == ["https://a.fr/1", "#mark-1"]
    assert words(source) == "Page 1 a.fr/1 ↩"
    assert len([each for each in tree.iter("a") if each.get("href") == "#source-1"]) == 2


def test_sheets_that_begin_a_page_have_sources_of_their_own(library):
    a = lever("a", section(citing("un", 1)), sources=(page(1),))
    b = lever("b", section(citing("deux", 1)), sources=(page(1),))
    tree = read(printed(library, a, b))
    assert [words(by_id(tree, f"partie-{n}-source-1"))[:6] for n in (1, 2)] == ["Page 1", "Page 1"]


def test_a_record_leads_to_its_sheet_when_the_note_has_it(library):
    line = (Text("Avec "), Link("la ronde", "lever:b"))
    a = lever("a", section(line), naming(RecordItem("case:x", "Absent"), RecordItem("lever:b", "Ronde")))
    tree = read(printed(library, a, lever("b", section("x"))))
    assert [words(each) for each in tree.iter("a") if each.get("href") == "#partie-2"] == ["la ronde", "Ronde"]
    assert "Absent" not in [words(each) for each in tree.iter("a")]


def test_a_comparison_is_a_table_with_headers_on_both_sides(library):
    tree = read(printed(library, ComparisonItem(SLUGS[:3])))
    (table,) = (each for each in tree.iter("table") if each.find("thead") is not None)
    assert words(table.find("caption")).startswith("Leviers comparés")
    assert [each.get("scope") for each in table.find("thead/tr")] == ["col"] * 4
    rows = table.findall("tbody/tr")
    assert [words(row.find("th")) for row in rows][:2] == ["Preuves", "Pour quoi faire"]
    assert all(row.find("th").get("scope") == "row" and len(row) == 4 for row in rows)
    assert words(rows[0][1]) == "Preuves moyennes"
    assert "exemples" in words(rows[-1])


def test_a_comparison_alone_may_have_the_only_title(library):
    found = replace(printed(library, ComparisonItem(SLUGS[:2], "Face au trafic")), heading=False)
    assert heads(read(found))[0] == ("h1", "Face au trafic")
    assert faults(edition_html(found)) == []


def test_actions_are_a_table_for_each_lever_under_headers_on_both_sides(library):
    tree = read(printed(library, PLAN, name="Plan"))
    levers = [library.sheet(f"lever:{slug}").title for slug in ("clspd", "gltd")]
    assert heads(tree)[:4] == [("h1", "Plan"), ("h2", "Actions"), ("h3", levers[0]), ("h3", levers[1])]
    first, second = (each for each in tree.iter("table"))
    assert words(first.find("caption")) == f"Actions : {levers[0]}"
    columns = first.findall("thead/tr/th")
    assert [words(each) for each in columns] == list(COLUMNS)
    assert {each.get("scope") for each in columns} == {"col"}
    rows = first.findall("tbody/tr")
    assert [words(row.find("th/p")) for row in rows] == ["Signer la convention", "Rappeler"]
    assert [words(cell) for cell in rows[1]] == ["Rappeler", "", "", "", "", "", "À faire"]
    cost = [words(each) for each in rows[0][4].findall("p")]
    assert cost == ["2 000 €", "FIPD"]
    assert words(second.find("tbody/tr/th")) == "Action sans titre"
    assert words(second.find("tbody/tr")[-1]) == "FaiteFait en mars"


def test_results_say_their_nature_under_headers(library):
    complaints = ResultItem((Text("Plaintes"),), "−3 %", measured=True)
    results = ResultList((complaints, ResultItem((Text("Calme"),), "", measured=False)))
    tree = read(printed(library, case("a", Section("resultats", "Résultats", "Résultats", (results,)))))
    (table,) = tree.iter("table")
    assert [words(each) for each in table.iter("th")] == ["Résultat", "Nature", "Chiffre"]
    assert [words(each) for each in table.iter("td")] == ["Plaintes", "mesuré", "−3 %", "Calme", "déclaré", ""]


def test_photos_are_in_the_page_and_say_what_is_seen(library, tmp_path: Path):
    seen, unchosen = photo(tmp_path / "a.jpg", (2400, 300), "Le hall repeint"), photo(tmp_path / "b.png", printed=False)
    page = edition_html(printed(library, sheet(seen, unchosen), photos=True))
    (image,) = parsed(page).iter("img")
    assert image.get("alt") == "Photo\u00a0: Le hall repeint"
    assert image.get("src", "").startswith("data:image/jpeg;base64,")
    assert "b.png" not in page
    assert str(tmp_path) not in page
    assert faults(page) == []


def test_a_photo_that_cannot_be_shown_leaves_a_box_with_its_caption(library, tmp_path: Path):
    gone, cut = photo(tmp_path / "a.jpg", caption="Avant"), photo(tmp_path / "b.jpg", caption="Après")
    Path(gone.path).unlink()
    Path(cut.path).write_bytes(Path(cut.path).read_bytes()[: cut.size // 2])
    absent = replace(gone, path="", name="c.jpg", caption="")
    page = edition_html(printed(library, sheet(gone, cut, absent), photos=True))
    told = [words(figure) for figure in parsed(page).iter("figure")]
    assert told == [
        "Photo\u00a0: Avant (image illisible)Avant".replace("\u00a0", " "),
        "Photo : Après (image illisible)Après",
        "Photo : c.jpg (fichier absent)",
    ]
    assert faults(page) == []


def test_the_logo_says_whose_it_is(library, tmp_path: Path):
    found = printed(library, "lever:clspd", head=Cover(title="T"))
    logo = photo(tmp_path / "l.png", caption="Logo\u00a0: Office")
    page = edition_html(replace(found, logo=logo))
    assert [image.get("alt") for image in parsed(page).iter("img")] == ["Logo\u00a0: Office"]
    assert faults(page) == []
    assert "<img" not in edition_html(replace(found, logo=replace(logo, path="")))


def test_a_logo_that_cannot_be_read_leaves_a_box_that_says_so(library, tmp_path: Path):
    logo = item(tmp_path / "l.png", b"no picture at all", "Logo\u00a0: Office")
    page = parsed(edition_html(replace(printed(library, "lever:clspd", head=Cover(title="T")), logo=logo)))
    assert [words(box) for box in page.iterfind("body/header/p[@class='missing']")] == [
        "Logo : Office (image illisible)"
    ]


def test_a_restricted_note_says_so_first_and_last(library):
    secret = case("secret", section("x"), facts=(RESTRICTED,))
    body = read(printed(library, secret, restricted=True)).find("body")
    assert words(body.find("header/p")) == "Restreint"
    assert "Restreint" in words(body.find("footer"))


def test_the_foot_says_how_to_cite_it_and_where_it_comes_from(library):
    foot = words(read(printed(library, "lever:clspd", "lever:gltd", name="Comité")).find("body/footer"))
    assert "Pour citer ce document : « Comité », 26 novembre 2026. Leviers · base d’essai." in foot
    assert foot.endswith("Leviers · base d’essai · Établi le 26 novembre 2026")


def test_codes_are_for_paper(library):
    with_codes, without = (edition_html(printed(library, "lever:clspd", codes=chosen)) for chosen in (True, False))
    assert with_codes == without


def test_the_same_note_is_the_same_page(library):
    assert edition_html(printed(library, *COMMITTEE)) == edition_html(printed(library, *COMMITTEE))


def test_wide_tables_are_printed_in_landscape():
    printed = style().partition("@media print")[2]
    assert ".comparison,.actions{page:paysage}" in printed
    assert "thead{display:table-header-group}" in printed


# -- colours


def inks(scheme: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):(#[0-9A-Fa-f]{6})", scheme))


def luminance(ink: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(ink[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_text_stands_out_in_light_dark_and_print():
    light, dark, printed = (inks(part) for part in re.findall(r":root\{([^}]+)\}", style()))
    for scheme in (light, dark, printed):
        assert all(contrast(scheme[ink], scheme["surface"]) >= 4.5 for ink in ("ink", "ink2", "accent", "warn"))
        assert contrast(scheme["border"], scheme["surface"]) >= 3
    assert luminance(dark["surface"]) < 0.1 < luminance(light["surface"])
    assert printed["surface"] == light["surface"]
