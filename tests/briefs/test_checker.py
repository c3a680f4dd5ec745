"""The checker finds each fault that it knows, in a good file that is broken on purpose."""

import io
import re
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from levers_app.sheets.document import Paragraph
from tests.briefs.accessibility import faults
from tests.briefs.documents import lever, line, printed, section
from tests.sheets.attached import photo, sheet

Break = Callable[[pikepdf.Pdf], Any]


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    folder = tmp_path_factory.mktemp("good")
    photos = sheet(photo(folder / "a.jpg", caption="Le hall"))
    more = section("s", "Suite", Paragraph(line("Un hall calme.")))
    printed(folder / "note.pdf", lever("Diagnostic", "a", more), photos, title="Comité")
    return (folder / "note.pdf").read_bytes()


@pytest.fixture
def pdf(good):
    with pikepdf.open(io.BytesIO(good)) as opened:
        yield opened


def elements(pdf: pikepdf.Pdf, role: str = "") -> list[Any]:
    """The structure elements of a role, or all of them."""
    return [
        o for o in pdf.objects if isinstance(o, Dictionary) and "/S" in o and "/P" in o and role in ("", str(o.S)[1:])
    ]


def first(role: str, **entries: Any) -> Break:
    """Give the first element of a role other entries."""
    return lambda pdf: elements(pdf, role)[0].update({f"/{key}": value for key, value in entries.items()})


def under(role: str, *kids: str) -> Break:
    """Put new elements at the end of the first one of a role."""

    def change(pdf):
        parent = elements(pdf, role)[0]
        new = [pdf.make_indirect(Dictionary(S=Name(f"/{kid}"), P=parent)) for kid in kids]
        old = parent.get("/K", Array())
        parent.K = Array([*(old if isinstance(old, Array) else [old]), *new])

    return change


def content(pattern: bytes, other: bytes) -> Break:
    """Change the first place of the first page's content that looks like ``pattern``."""

    def change(pdf):
        page = pdf.pages[0]
        old = page.Contents.read_bytes()
        assert re.search(pattern, old)
        page.Contents.write(re.sub(pattern, other, old, count=1))

    return change


def fonts(pdf: pikepdf.Pdf) -> list[Any]:
    return [o for o in pdf.objects if isinstance(o, Dictionary) and o.get("/Type") == "/Font"]


def every_font(change: Callable[[Any], Any]) -> Break:
    return lambda pdf: [change(font) for font in fonts(pdf)]


def characters(pattern: bytes, other: bytes) -> Break:
    """Change the characters that fonts tell of their codes."""
    return every_font(lambda font: font.ToUnicode.write(re.sub(pattern, other, font.ToUnicode.read_bytes())))


def one_glyph(font: Any) -> None:
    """Say that the font has one glyph."""
    data = bytearray(font.FontDescriptor.FontFile2.read_bytes())
    place = data.index(b"maxp")
    start = int.from_bytes(data[place + 8 : place + 12], "big")
    data[start + 4 : start + 6] = b"\0\1"
    font.FontDescriptor.FontFile2.write(bytes(data))


def twice(pdf: pikepdf.Pdf) -> None:
    """Draw a form that has marked content twice."""
    form = pdf.make_stream(b"/P<</MCID 900>>BDC EMC", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    page = pdf.pages[0]
    page.Resources.XObject["/Twice"] = form
    page.contents_add(b"/Twice Do /Twice Do")


def elsewhere(pdf: pikepdf.Pdf) -> None:
    """Let a form stand for another file."""
    next(o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Form").Ref = Dictionary()


def metadata(pattern: bytes, other: bytes) -> Break:
    return lambda pdf: pdf.Root.Metadata.write(re.sub(pattern, other, pdf.Root.Metadata.read_bytes()))


def note(**entries: Any) -> Break:
    """Change the first annotation."""

    def change(pdf):
        page = next(page for page in pdf.pages if "/Annots" in page)
        page.Annots[0].update({f"/{key}": value for key, value in entries.items()})

    return change


def tabs(pdf: pikepdf.Pdf, order: str) -> None:
    for page in pdf.pages:
        page.Tabs = Name(order)


def set_root(**entries: Any) -> Break:
    return lambda pdf: pdf.Root.update({f"/{key}": value for key, value in entries.items()})


def roles(**mapped: str) -> Break:
    return lambda pdf: pdf.Root.StructTreeRoot.update(
        {"/RoleMap": Dictionary({f"/{key}": Name(f"/{value}") for key, value in mapped.items()})}
    )


def parents(pdf: pikepdf.Pdf) -> None:
    """Tell of a page that its content is in other elements."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    numbers[1] = Array(reversed(list(numbers[1])))


BROKEN: list[tuple[str, Break]] = [
    ("14.8.1", lambda pdf: pdf.Root.MarkInfo.update({"/Marked": False})),
    ("01-007", lambda pdf: pdf.Root.MarkInfo.update({"/Suspects": True})),
    ("14.7.2", lambda pdf: pdf.Root.__delitem__("/StructTreeRoot")),
    ("07-001", set_root(ViewerPreferences=Dictionary())),
    ("07-002", set_root(ViewerPreferences=Dictionary(DisplayDocTitle=False))),
    ("11-006", lambda pdf: pdf.Root.__delitem__("/Lang")),
    ("11-006", set_root(Lang="en français")),
    ("20-001", set_root(OCProperties=Dictionary())),
    ("21-001", set_root(Names=Dictionary(EmbeddedFiles=Dictionary()))),
    ("25-001", set_root(AcroForm=Dictionary(XFA=Array()))),
    ("ours: no outline", lambda pdf: pdf.Root.__delitem__("/Outlines")),
    ("06-001", lambda pdf: pdf.Root.__delitem__("/Metadata")),
    ("06-002", metadata(rb"<pdfuaid:part>1", rb"<pdfuaid:part>2")),
    ("06-003", metadata(rb"<dc:title>.*</dc:title>", b"")),
    ("ours: /Title", metadata("Comité".encode(), b"Autre")),
    ("01-003", content(rb"(/P ?<</MCID \d+>> ?BDC)", rb"\1 /Artifact BMC EMC")),
    ("01-004", content(rb"/Artifact BMC", rb"/Artifact BMC /P<</MCID 900>>BDC EMC")),
    ("01-005", content(rb"$", rb" 0 0 m 9 9 l S")),
    ("01-005", content(rb"<</MCID 0>>BDC", rb"<</MCID 900>>BDC")),
    ("01-005", content(rb"/H1<</MCID 0>>BDC", rb"/H1 BMC")),
    ("14.6.1", content(rb"EMC", rb"")),
    ("14.6.1", content(rb"\bBT\b(.*?)EMC ET", rb"BT\1 ET EMC")),
    ("14.7.4: content", content(rb"/MCID 1>>", rb"/MCID 0>>")),
    ("14.7.4: element", content(rb"/MCID 0>>", rb"/MCID 900>>")),
    ("14.7.4.4", parents),
    ("02-001", first("P", S=Name.Paragraphe)),
    ("02-003", roles(Un="Deux", Deux="Un")),
    ("02-004", roles(P="H1")),
    ("09-004", first("P", S=Name.TR)),
    ("09-004", first("P", S=Name.TH)),
    ("09-004", under("Table", "P")),
    ("09-004", under("TR", "P")),
    ("09-004", under("H1", "P")),
    ("09-004", under("Table", "Caption", "TR")),
    ("09-004", first("Table", K=0)),
    ("09-005", first("P", S=Name.LI)),
    ("09-005", first("LBody", S=Name.P)),
    ("09-005", under("L", "P")),
    ("09-006", first("P", S=Name.TOCI)),
    ("09-006", first("Sect", S=Name.TOC)),
    ("13-004", first("Figure", Alt="")),
    ("14-002", first("H1", S=Name.H2)),
    ("14-003", first("H2", S=Name.H4)),
    ("14-006", under("Sect", "H", "H")),
    ("14-007", first("H2", S=Name.H)),
    ("ours: no heading", lambda pdf: [e.update({"/S": Name.P}) for e in elements(pdf) if re.match("/H\\d", str(e.S))]),
    ("15-003", first("TH", A=Dictionary())),
    ("15-004", under("TR", "TD")),
    ("15-004", first("TD", A=Dictionary(O=Name.Table, ColSpan=2))),
    ("17-002", first("P", S=Name.Formula)),
    ("19-003", first("P", S=Name.Note)),
    ("19-004", lambda pdf: [e.update({"/S": Name.Note, "/ID": pikepdf.String("a")}) for e in elements(pdf, "P")]),
    ("11-001", first("P", Lang="en français")),
    ("ours: P is empty", under("Sect", "P")),
    ("ours: the structure", first("Document", S=Name.Sect)),
    ("28-002", note(Subtype=Name.Text)),
    ("28-004", note(Subtype=Name.Text, Contents="")),
    ("28-008", lambda pdf: [page.obj.__delitem__("/Tabs") for page in pdf.pages]),
    ("28-009", lambda pdf: tabs(pdf, "/R")),
    ("28-011", first("Link", S=Name.Span)),
    ("28-012", note(Contents="")),
    ("14.7.4.4", note(StructParent=900)),
    ("14.8.4.4.2", first("Link", K=0)),
    ("30-001", elsewhere),
    ("30-002", twice),
    ("31-009", every_font(lambda font: font.FontDescriptor.__delitem__("/FontFile2"))),
    ("31-011", every_font(one_glyph)),
    ("31-016", every_font(lambda font: font.update({"/Widths": Array([9999] * 256)}))),
    ("31-025", every_font(lambda font: font.update({"/Encoding": Name.WinAnsiEncoding}))),
    ("31-027", every_font(lambda font: font.__delitem__("/ToUnicode"))),
    ("31-028", characters(rb"<FFFD>", rb"<0000>")),
    ("31-029", characters(rb"<FFFD>", rb"<FEFF>")),
    ("10-001", characters(rb"<0065>", rb"")),
    ("31-030", content(rb"\((.)", rb"(\\000\1")),
]


@pytest.mark.parametrize(("rule", "change"), BROKEN, ids=[f"{n}-{rule}" for n, (rule, _) in enumerate(BROKEN)])
def test_a_fault_is_found(pdf, rule, change):
    change(pdf)
    assert [fault for fault in faults(pdf) if fault.startswith(rule)]


def test_a_good_file_has_no_fault(pdf):
    assert faults(pdf) == []


@pytest.mark.parametrize(
    ("rule", "options"),
    [
        ("ISO 14289-1, 6.1", {"force_version": "2.0"}),
        ("26-001", {"encryption": pikepdf.Encryption(owner="a", user="", R=4)}),
    ],
)
def test_a_fault_of_the_whole_file_is_found(pdf, tmp_path, rule, options):
    pdf.save(tmp_path / "bad.pdf", **options)
    assert [fault for fault in faults(tmp_path / "bad.pdf") if fault.startswith(rule)]


def test_a_cut_file_is_found(good, tmp_path):
    (tmp_path / "bad.pdf").write_bytes(good.replace(b"endobj", b"endob ", 3))
    assert faults(tmp_path / "bad.pdf")
