"""The edition of a note: what it prints of its sheets, its sources, sigles, marks, levels and what it leaves out."""

from dataclasses import replace

import pytest

from levers_app.catalogue.brief import ComparisonItem, Cover, SheetItem, TextItem
from levers_app.catalogue.brief_models import MODELS, new_brief
from levers_app.catalogue.records import Attachment
from levers_app.sheets.document import (
    Acronym,
    Attached,
    AttachedItem,
    Document,
    Fact,
    NumberedSource,
    RecordItem,
    Section,
    SourceMark,
    Text,
    lines,
    plain,
)
from levers_app.sheets.editing import edition
from levers_app.sheets.edition import ComparisonPart, LeftOut, SheetPart, TextPart
from tests.sheets.notes import (
    GUP,
    RESTRICTED,
    case,
    citing,
    keys,
    lever,
    naming,
    note,
    page,
    press,
    printed,
    section,
    sheets,
)

LEVER, OTHER = "lever:videoprotection", "lever:mediation-sociale"
CASE = "case:besancon-planoise-quartier-reconquete"
CONTINUOUS = {"paged": False}


def shown(document: Document) -> list[str]:
    """Return every line of a sheet, marks included."""
    return [plain(line) for part in document.sections for block in part.blocks for line in lines(block)]


def marks(found):
    """Return the numbers that the sheets of an edition cite, in reading order."""
    every = [document.lead for document in sheets(found)]
    for document in sheets(found):
        every += [line for part in document.sections for block in part.blocks for line in lines(block)]
    return [number for line in every for piece in line if isinstance(piece, SourceMark) for number in piece.numbers]


# -- sources


def test_sheets_that_follow_one_another_share_numbers_by_page(library):
    a = lever("a", section(citing("un", 1), citing("deux", 2)), sources=(page(1), page(2)))
    b = lever(
        "b",
        section(citing("trois", 1), citing("quatre", 2)),
        sources=(page(1, "https://a.fr/2"), page(2, "https://b.fr")),
    )
    found = printed(library, a, b, **CONTINUOUS)
    assert [(source.number, source.url) for source in found.sources] == [
        (1, "https://a.fr/1"),
        (2, "https://a.fr/2"),
        (3, "https://b.fr"),
    ]
    assert marks(found) == [1, 2, 2, 3]
    assert [document.sources for document in sheets(found)] == [(), ()]


def test_sources_without_an_address_are_the_same_when_their_titles_are(library):
    book, other = NumberedSource(1, "Guide", "", None, ""), NumberedSource(2, "Autre", "", None, "")
    a = lever("a", section(citing("un", 1)), sources=(book,))
    b = lever(
        "b", section(citing("deux", 1), citing("trois", 2)), sources=(replace(book, number=2), replace(other, number=1))
    )
    assert marks(printed(library, a, b, **CONTINUOUS)) == [1, 2, 1]


def test_only_sources_that_are_cited_are_shared(library):
    a = lever("a", section(citing("un", 2)), sources=(page(1), page(2)))
    found = printed(library, a, lever("b", section("rien")), **CONTINUOUS)
    assert [source.url for source in found.sources] == ["https://a.fr/2"]


def test_marks_that_become_the_same_are_one(library):
    a = lever("a", section(citing("un", 1, 2)), sources=(page(1), page(2, "https://a.fr/1")))
    assert marks(printed(library, a, lever("b"), **CONTINUOUS)) == [1]


def test_each_sheet_that_begins_a_page_lists_the_sources_that_it_cites_in_that_order(library):
    a = lever("a", section(citing("un", 4, 7), citing("deux", 2)), sources=(page(1), page(2), page(4)))
    b = case("b", section("rien"), sources=(page(1), page(2)))
    found = printed(library, a, b)
    assert found.sources == ()
    assert [[source.number for source in document.sources] for document in sheets(found)] == [[1, 2], [1, 2]]
    assert [source.url for source in sheets(found)[0].sources] == ["https://a.fr/4", "https://a.fr/2"]
    assert marks(found) == [1, 2]


def test_an_example_that_cites_nothing_names_its_sources_at_its_end(library):
    found = printed(library, case("a", section("rien"), sources=(page(1), page(2))), lever("b"), **CONTINUOUS)
    assert shown(sheets(found)[0])[-1] == "Sources [1, 2]"
    one = printed(library, case("a", section("rien"), sources=(page(1),)), lever("b"), **CONTINUOUS)
    assert shown(sheets(one)[0])[-1] == "Source [1]"


@pytest.mark.parametrize("paged", [True, False])
def test_without_sources_there_is_no_mark(library, paged):
    found = printed(library, LEVER, OTHER, CASE, sources=False, codes=True, paged=paged)
    assert (marks(found), found.sources, found.codes) == ([], (), ())
    assert not any(document.sources for document in sheets(found))


@pytest.mark.parametrize("paged", [True, False])
def test_every_mark_of_real_sheets_leads_to_a_source_that_is_listed(library, paged):
    found = printed(library, LEVER, OTHER, CASE, "problem:occupation-halls", "term:gltd", paged=paged)
    numbers = {source.number for source in found.sources}
    assert marks(found)
    for document in sheets(found):
        own = numbers or {source.number for source in document.sources}
        assert set(marks(replace(found, parts=(SheetPart(0, document),)))) <= own


def test_the_codes_are_those_of_the_two_pages_that_are_cited_most_in_the_order_of_the_note(library):
    mail, book = page(4, "mailto:a@b.fr"), NumberedSource(5, "Guide", "", None, "")
    cited = (1, 2, 3, 3, 2, 3, 4, 4, 4, 4, 5, 5, 5, 5)
    a = lever("a", section(*(citing("x", number) for number in cited)), sources=(page(1), page(2), page(3), mail, book))
    for paged in (True, False):
        assert [source.title for source in printed(library, a, codes=True, paged=paged).codes] == ["Page 2", "Page 3"]
    assert printed(library, a).codes == ()


# -- sigles


def test_the_first_sigle_of_the_note_says_what_it_stands_for_and_the_next_ones_do_not(library):
    a = lever("a", section((Text("La "), GUP, Text(" agit."))), lead=(Text("Avec la "), GUP))
    b = lever("b", section((Text("La "), GUP)))
    found = printed(library, a, b)
    assert plain(sheets(found)[0].lead) == "Avec la GUP (Gestion urbaine de proximité)"
    assert [shown(document)[0] for document in sheets(found)] == ["La GUP agit.", "La GUP"]
    assert [sigle for sigle, _ in found.sigles] == ["GUP"]


def test_a_sigle_beside_its_words_is_not_explained_twice(library):
    a = lever("a", section((Text("La gestion urbaine de proximité ("), GUP, Text(")"))), section((GUP,), key="suite"))
    found = printed(library, a)
    assert shown(sheets(found)[0]) == ["La gestion urbaine de proximité (GUP)", "GUP"]
    assert [sigle for sigle, _ in found.sigles] == ["GUP"]


def test_sigles_are_in_alphabetical_order_and_can_be_left_out(library):
    clspd = Acronym("CLSPD", "Conseil local", "term:clspd")
    a = lever("a", section((GUP,), (clspd,)))
    assert [sigle for sigle, _ in printed(library, a).sigles] == ["CLSPD", "GUP"]
    without = printed(library, a, sigles=False)
    assert without.sigles == ()
    assert shown(sheets(without)[0])[0] == "GUP (Gestion urbaine de proximité)"


def test_a_sigle_of_free_words_is_explained_as_well(library):
    found = printed(library, TextItem("Le GLTD se réunit."), lever("a", section("x")))
    (text,) = (part for part in found.parts if isinstance(part, TextPart))
    (block,) = text.sections[0].blocks
    assert [plain(line) for line in lines(block)] == [
        "Le GLTD (Groupe local de traitement de la délinquance) se réunit."
    ]


def test_a_sigle_that_is_cut_away_is_not_listed(library):
    a = lever("a", section("court", key="couts"), section((GUP,)))
    found = edition(note(SheetItem(a.id, "chosen", ("couts",))), press(library, a))
    assert found.sigles == ()


# -- what leaves


def test_a_restricted_example_is_left_out_and_told(library):
    found = printed(library, LEVER, case("secret", section("x"), facts=(RESTRICTED,)))
    assert found.left_out == (LeftOut(1, "Exemple secret", "restricted"),)
    assert [document.id for document in sheets(found)] == [LEVER]
    assert (found.confidentiality, found.mention) == ("public", "")


def test_a_restricted_example_that_is_let_out_marks_the_note(library):
    found = printed(library, LEVER, case("secret", section("x"), facts=(RESTRICTED,)), restricted=True)
    assert (found.left_out, found.confidentiality, found.mention) == ((), "restreint", "Restreint")


def test_a_restricted_example_is_not_named_by_its_lever_unless_it_is_let_out(library):
    a = lever("a", naming(RecordItem("case:x", "Secret", restricted=True), RecordItem("case:y", "Connu")))
    assert shown(sheets(printed(library, a))[0]) == ["Connu"]
    let_out = printed(library, a, restricted=True)
    assert shown(sheets(let_out)[0]) == ["Secret", "Connu"]
    assert let_out.mention == "Restreint"


def test_a_draft_never_leaves(library):
    draft = replace(case("x", section("nom de famille")), id="draft:1")
    found = printed(library, draft, restricted=True)
    assert (found.parts, found.left_out) == ((), (LeftOut(0, "Exemple x", "draft"),))


def test_a_record_that_is_gone_is_told_and_the_rest_is_printed(library):
    found = printed(library, "gone:x", LEVER, ComparisonItem(("absent", "clspd")))
    assert found.left_out == (LeftOut(0, "gone:x", "gone"), LeftOut(2, "lever:absent", "gone"))
    assert [(part.item, type(part)) for part in found.parts] == [(1, SheetPart), (2, ComparisonPart)]


def test_a_note_of_which_nothing_is_left_has_no_part(library):
    found = printed(library, "gone:x", TextItem(" \n"), name="")
    assert (found.parts, found.title) == ((), "Note")


@pytest.mark.parametrize(
    ("cover", "facts", "strictest"),
    [
        ("", (), "public"),
        ("interne", (), "interne"),
        ("public", ("interne",), "interne"),
        ("interne", ("restreint",), "restreint"),
        ("restreint", ("interne",), "restreint"),
        ("internal", (), "restreint"),
    ],
)
def test_the_strictest_confidentiality_holds(library, cover, facts, strictest):
    sheet = case("a", section("x"), facts=tuple(Fact("confidentiality", "", slug) for slug in facts))
    found = printed(library, sheet, head=Cover(confidentiality=cover), restricted=True)
    assert found.confidentiality == strictest
    assert found.mention == {"public": "", "interne": "Interne", "restreint": "Restreint"}[strictest]


def test_what_an_organisation_adds_is_printed_only_when_it_is_chosen(library):
    a = lever("a", section("Poste 1234", key="chez-nous", title="Chez nous"), section("x"))
    assert keys(sheets(printed(library, a))[0]) == ["description"]
    assert keys(sheets(printed(library, a, complements=True))[0]) == ["chez-nous", "description"]


def attached(*names: str) -> Section:
    media = {name: "image/jpeg" if name.endswith("jpg") else "application/pdf" for name in names}
    items = tuple(AttachedItem(f"/{name}", name, "", media[name], 1, printed="privé" not in name) for name in names)
    return Section("pieces", "Photos et documents", "Pièces", (Attached(items),), len(items))


def test_photos_are_printed_only_when_they_are_chosen_and_documents_are_named_anyway(library):
    both = case("a", section("x"), attached("a.jpg", "b.pdf", "privé.jpg"))
    alone = case("b", section("x"), attached("c.jpg"))
    with_photos = sheets(printed(library, both, alone, photos=True))
    assert [shown(document)[1:] for document in with_photos] == [["a.jpg", "b.pdf"], ["c.jpg"]]
    without = sheets(printed(library, both, alone))
    assert [shown(document)[1:] for document in without] == [["b.pdf"], []]
    assert [keys(document)[-1] for document in without] == ["pieces", "description"]
    assert without[0].sections[-1].count == 1


def test_photos_that_are_chosen_are_in_a_short_example_as_well(library):
    sheet = case("a", section("x"), attached("a.jpg"))
    short = edition(note(SheetItem(sheet.id, "essential"), photos=True), press(library, sheet))
    assert keys(sheets(short)[0]) == ["pieces"]


# -- depth


def test_each_sheet_is_printed_at_its_depth(library):
    def found(depth, *chosen):
        return sheets(printed(library, SheetItem(LEVER, depth, chosen), complements=False))[0]

    whole = library.sheet(LEVER)
    assert keys(found("full")) == keys(whole)
    assert {part.key for part in whole.sections if part.essential} <= set(keys(found("essential"))) < set(keys(whole))
    assert keys(found("chosen", "couts", "conditions", "absente")) == ["conditions", "couts"]
    assert keys(found("page"))[:3] == ["conditions", "limites", "couts"]
    assert found("page").sections[-1].title == "Pour commencer"


def test_only_one_page_sheets_ask_to_be_cut_to_a_page(library):
    found = printed(library, SheetItem(LEVER, "page"), SheetItem(OTHER, "essential"))
    assert [part.one_page for part in found.parts if isinstance(part, SheetPart)] == [True, False]


# -- headings, levels, title


def headings(found):
    return [s.title for part in found.parts if isinstance(part, TextPart) for s in part.sections]


def test_headings_that_announce_nothing_are_dropped(library):
    brief = new_brief(MODELS["comite"], [SheetItem(LEVER)])
    found = edition(brief, press(library))
    assert headings(found) == ["Ce qui est proposé"]
    assert headings(printed(library, TextItem("# Un\n\n# Deux\n\nmots\n\n# Trois"), TextItem("# Quatre\nmots"))) == [
        "Deux",
        "Quatre",
    ]


def test_a_heading_over_deeper_ones_or_over_words_of_the_next_text_announces_something(library):
    assert headings(printed(library, TextItem("# Partie\n## Détail\nmots"))) == ["Partie", "Détail"]
    assert headings(printed(library, TextItem("# Partie\n## Détail"))) == []
    assert headings(printed(library, TextItem("# Partie"), TextItem("mots"))) == ["Partie", ""]


@pytest.mark.parametrize(
    ("items", "options", "level"),
    [
        ((LEVER,), {}, 1),
        ((LEVER,), {"cover": True}, 2),
        ((LEVER, OTHER), {}, 2),
        ((TextItem("# Titre"), LEVER), {"paged": False}, 3),
        ((TextItem("mots"), TextItem("# Titre"), LEVER), {"paged": False}, 3),
        ((TextItem("# Titre"), LEVER), {"paged": True}, 2),
        ((TextItem("mots"), LEVER), {"paged": False}, 2),
        ((LEVER, TextItem("# Titre\nmots")), {"paged": False}, 2),
    ],
)
def test_the_titles_of_sheets_stand_under_the_headings_that_announce_them_and_skip_no_level(
    library, items, options, level
):
    assert printed(library, *items, **options).sheet_level == level


def test_a_sheet_printed_alone_has_its_own_title_and_no_other(library):
    found = printed(library, LEVER, name="Comité")
    assert (found.title, found.heading) == (library.sheet(LEVER).title, False)
    titled = printed(library, LEVER, head=Cover(title='Pour le "comité"'))
    assert (titled.title, titled.heading) == ("Pour le «\u00a0comité\u00a0»", True)
    assert printed(library, LEVER, OTHER, name="Comité").title == "Comité"


def test_the_cover_says_who_made_it_for_whom_and_when(library):
    cover = Cover("T", "S", "Office", " N. Petit ", "", "Le comité", "interne")
    found = printed(library, LEVER, head=cover)
    assert found.subtitle == "S"
    assert found.about == (
        ("Organisme", "Office"),
        ("Auteur", "N. Petit"),
        ("Destinataire", "Le comité"),
        ("Date", "26 novembre 2026"),
    )
    assert found.citation == "N. Petit, Office, «\u00a0T\u00a0», 26 novembre 2026. Leviers · base d’essai."
    assert printed(library, LEVER, head=Cover(date="mardi")).about == (("Date", "mardi"),)


def test_a_logo_that_is_not_here_is_told_by_its_empty_place(library):
    logo = Attachment("a" * 64, "logo.png", "image/png", 3)
    assert printed(library, LEVER, head=Cover(logo=logo)).logo is None  # this library has no attachments
    wrong = replace(logo, digest="../../etc/passwd")
    assert printed(library, LEVER, head=Cover(logo=wrong)).logo is None


def test_the_kind_is_that_of_the_model(library):
    assert edition(new_brief(MODELS["comite"], [SheetItem(LEVER)]), press(library)).kind == "Note de comité"
    assert edition(replace(note(LEVER), model="mien"), press(library)).kind == "Note"
