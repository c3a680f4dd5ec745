"""Keywords of a note: short, without the comma that parts them, few."""

from dataclasses import replace

from levers_app.catalogue.brief import ComparisonItem
from levers_app.sheets.document import RecordItem, RecordList, Section
from levers_app.sheets.keywords import keywords
from tests.sheets.notes import case, lever, printed


def listing(key: str, *titles: str) -> Section:
    items = tuple(RecordItem(f"x:{title}", title) for title in titles)
    return Section(key, key, key, (RecordList(items),), len(items))


def test_levers_come_by_their_short_names_then_situations_then_sigles():
    camera = replace(lever("camera", listing("situations", "Halls occupés")), short="Vidéo")
    night = case("nuit", listing("leviers", "Vidéo", "Ronde"), listing("situations", "Halls occupés", "Trafic"))
    assert keywords([camera, night], ["CLSPD", "QPV"]) == ("Vidéo", "Ronde", "Halls occupés", "Trafic", "CLSPD", "QPV")


def test_a_comma_parts_keywords_and_stands_in_none():
    assert keywords([replace(lever("a"), short="Halls, caves et parkings")], []) == ("Halls caves et parkings",)


def test_what_is_compared_gives_keywords(library):
    found = printed(library, ComparisonItem(("clspd", "gltd"))).keywords
    assert [word for word in found if word in ("CLSPD", "GLTD")] == ["CLSPD", "GLTD"]


def test_the_whole_catalogue_has_a_line_or_two_of_them(library, base):
    found = printed(library, *sorted(base.reader.ids())).keywords
    assert 20 <= len(found) <= 30
    assert not any("," in word for word in found)
