"""A canvas that tells what it draws: marked content on each page, and what structure it is part of."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import HRFlowable

from levers_app.briefs.packing import PackedDocument
from levers_app.briefs.structure import Structure, string
from levers_app.briefs.tags import LinkTag, Tag

HEADER, FOOTER = "/Type/Pagination/Subtype/Header", "/Type/Pagination/Subtype/Footer"
PagePlace = tuple[int, list[Tag]]
"""A page, from 1, and what its marked content belongs to."""
_CLOSED = "EMC"
_ESCAPED = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))} | {ord(c): f"\\{c}" for c in "\\()"}
_PAGE_KEYS = [*pdfdoc.PDFPage.__NoDefault__, "Tabs", "StructParents"]


class TaggedCanvas(Canvas):
    """Draws content of structure elements, and artifacts.

    Attributes:
        root: the whole document.
    """

    _doc: PackedDocument
    _code: list[str]  # what is drawn on this page
    _currentMatrix: tuple[float, float, float, float, float, float]  # noqa: N815 - reportlab's names
    _absRect: Any  # noqa: N815
    _addAnnotation: Any  # noqa: N815
    _bookmarkReference: Any  # noqa: N815

    def __init__(self, file: BinaryIO, **options: Any) -> None:  # noqa: ANN401 - whatever reportlab passes
        """Open a file without any page."""
        super().__init__(file, **options)
        self._doc.__class__ = PackedDocument  # the canvas makes its document itself
        self.root = Tag("Document")
        self.is_artifact = False
        self._parents: list[Tag | list[Tag]] = []
        self._marked: list[Tag] = []
        self._page_key: int | None = None
        self._links: dict[str, LinkTag] = {}
        self.setNamedCB("tag", _say)  # type: ignore[arg-type] # the label is whatever the fragment gives

    @contextmanager
    def marked(self, tag: Tag) -> Iterator[None]:
        """What is drawn meanwhile is content of ``tag``, unless it is all in an artifact."""
        self.open(tag)
        yield
        self.close()

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """What is drawn meanwhile is only seen; ``kind`` tells a running head or foot (:data:`HEADER`)."""
        within = self.is_artifact
        if not within:
            self._code.append(f"/Artifact<<{kind}>>BDC" if kind else "/Artifact BMC")
        self.is_artifact = True
        yield
        self.is_artifact = within
        if not within:
            self._code.append(_CLOSED)

    def open(self, tag: Tag) -> None:
        """Begin content of ``tag``, until :meth:`close`."""
        if not self.is_artifact:
            self._code.append(self.opening(tag))

    def close(self) -> None:
        """End what :meth:`open` began."""
        if not self.is_artifact:
            self._code.append(_CLOSED)

    def opening(self, tag: Tag) -> str:
        """Return the operator that begins content of ``tag``, which takes its place at the end if it has none yet."""
        top = tag.top
        if top is not self.root:
            self.root.add(top)
        if self._page_key is None:
            self._begin_page()
        number = len(self._marked)
        self._marked.append(tag)
        tag.kids.append((self.getPageNumber(), number))
        for over in (tag, tag.parent):  # a link, or what spells it
            if isinstance(over, LinkTag):
                self._links[over.key.removeprefix("#")] = over
        return f"/{tag.role}<</MCID {number}>>BDC"

    @property
    def place(self) -> "PagePlace":
        """This page, where something is to be drawn once all others are."""
        if self._page_key is None:
            self._begin_page()
        return self.getPageNumber(), self._marked

    @contextmanager
    def again(self, place: "PagePlace", tag: Tag) -> Iterator[None]:
        """What is drawn meanwhile is content of ``tag`` on a page that was drawn before."""
        number, marked = place
        page = self._doc.idToObject[f"Page{number}"]
        drawn, self._code = self._code, [f"q /{tag.role}<</MCID {len(marked)}>>BDC"]
        yield
        self._code += [_CLOSED, "Q\n"]
        assert isinstance(page, pdfdoc.PDFPage)  # noqa: S101 - reportlab names them so
        page.stream += "\n".join(self._code)
        self._code = drawn
        tag.kids.append((number, len(marked)))
        marked.append(tag)

    def linkRect(self, _contents: str, destinationname: str, Rect: Any = None, *_more: Any, **_options: Any) -> None:  # type: ignore[override] # noqa: ANN401, N802, N803 - reportlab's
        """Put the area of a link on the page: reportlab comes here for each line of its words."""
        link = self._links.get(destinationname)
        if self.is_artifact or not link:  # nothing is read there
            return
        name = f"link-{len(self._parents)}"
        link.kids.append((self.getPageNumber(), self._doc.annotationName(name)))
        place = self._bookmarkReference(link.href[1:]) if link.href.startswith("#") else None
        self._addAnnotation(_Area(link, fp_str(self._absRect(Rect, relative=1)), len(self._parents), place), name)
        self._parents.append(link)

    def translate(self, dx: float, dy: float) -> None:
        """Move the origin, as reportlab does, with two numbers to write instead of six."""
        a, b, c, d, x, y = self._currentMatrix
        self._currentMatrix = a, b, c, d, a * dx + c * dy + x, b * dx + d * dy + y
        self._code.append(f"1 0 0 1 {fp_str(dx, dy)} cm")

    def _begin_page(self) -> None:
        self._page_key = len(self._parents)
        self._parents.append(self._marked)

    def _escape(self, text: bytes) -> str:
        """Return bytes as PDF writes them between brackets; reportlab takes ten times as long, one by one."""
        return text.decode("latin-1").translate(_ESCAPED)

    def _setAnnotations(self, page: Any) -> None:  # noqa: ANN401, N802 - reportlab's; a page, or a form
        super()._setAnnotations(page)  # type: ignore[misc]
        if not isinstance(page, pdfdoc.PDFFormXObject):
            page.__NoDefault__ = _PAGE_KEYS
            page.Tabs = "/S"
            page.StructParents = self._page_key
            self._page_key, self._marked, self._links = None, [], {}

    def save(self) -> None:
        """Write the structure, then the file."""
        structure = Structure(self.root, self._parents)
        self._doc.take(structure)
        super().save()
        structure.forget()


class _Area(pdfdoc.PDFObject):
    """Where a link is on its page, and the ``place`` in the file that it opens, if that is no address."""

    __RefOnly__ = 1

    def __init__(self, link: LinkTag, where: str, key: int, place: pdfdoc.PDFObject | None) -> None:
        self._link, self._where, self._key, self._place = link, where, key, place

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Write the annotation, as reportlab asks."""
        area = f"/Type/Annot/Subtype/Link/Rect[{self._where}]/Border[0 0 0]/StructParent {self._key}"
        opened = f"/A<</S/URI/URI{string(self._link.href)}>>"
        if self._place:
            opened = f"/Dest {pdfdoc.format(self._place, document).decode('latin-1')}"
        return f"<<{area}/Contents{string(self._link.told)}{opened}>>".encode("latin-1")


class Rule(HRFlowable):
    """A line across, only to be seen."""

    canv: TaggedCanvas
    tag = None

    def draw(self) -> None:
        """Draw it as an artifact."""
        with self.canv.artifact():
            super().draw()


class TaggedText(PDFTextObject):
    """The text of a paragraph, whose runs may be elements under it."""

    _canvas: TaggedCanvas
    _code: list[str]

    def __init__(self, canvas: TaggedCanvas, own: Tag, x: float, y: float) -> None:
        """Begin text at ``x, y``; ``own`` is the element of the paragraph."""
        super().__init__(canvas, x, y)
        self._own = own
        self._begun = False

    def say(self, tag: Tag | None) -> None:
        """What is written next is content of ``tag``; without one, it is an artifact."""
        if self._begun:
            self._code.append(_CLOSED)
        self._begun = True
        if tag:
            tag.come_under(self._own)
        self._code.append(self._canvas.opening(tag) if tag else "/Artifact BMC")

    def getCode(self) -> str:  # noqa: N802 - reportlab's name
        """End the last run, and return the operators."""
        if self._begun:
            self._code.append(_CLOSED)
        return super().getCode()


def _say(canvas: TaggedCanvas, _kind: str | None, tag: Tag) -> None:
    """Go on with content of another element, where reportlab has come to in a line."""
    canvas._curr_tx_info["tx"].say(tag)  # type: ignore[attr-defined] # noqa: SLF001 - how reportlab tells its place
