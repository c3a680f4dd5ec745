"""Paragraphs of data: pieces of text become reportlab fragments, and its mini-markup never sees them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from reportlab.lib.abag import ABag
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus.paragraph import ParaLines
from reportlab.platypus.paraparser import ParaFrag

from levers_app.briefs.direction import Direction, is_mixed, main_direction
from levers_app.briefs.fonts import ITALIC, REGULAR, STRONG, STRONG_ITALIC, known
from levers_app.briefs.marks import Mark
from levers_app.briefs.reading import is_sign, reorder, soften, told
from levers_app.briefs.runs import runs, shaped
from levers_app.briefs.tagging import TaggedCanvas, TaggedText
from levers_app.briefs.tags import LinkTag, RunTag, Tag
from levers_app.catalogue.typography import shortened
from levers_app.sheets.document import Acronym, Inline, Line, Link, SourceMark, Text

NBSP = "\u00a0"
UNBOUNDED = 1e9
_FACES = {(False, False): REGULAR, (True, False): STRONG, (False, True): ITALIC, (True, True): STRONG_ITALIC}
_FUZZ = 1e-6
"""Frames add and take away their margins: the same width comes back with another last digit."""
_WHOLE_LINES = 6
"""Longest list item, in lines, that is never cut by the end of a page."""


class Prose(Paragraph):
    """A paragraph that remembers its layout.

    Attributes:
        anchor: name by which links lead to it.
        outline: level of its entry in the outline of the file, or nothing.
        title: words of that entry.
        need: height that must be free for it and for the beginning of what follows.
        heading: it never stays alone at the foot of a column.
        whole: it is not cut when it is short.
        direction: how it is read, when some of it is read from right to left.
        label: the element that its bullet is.
    """

    canv: TaggedCanvas
    label: Tag | None = None
    _tag: Tag | None = None
    _first: Tag | None = None

    anchor = ""
    outline: int | None = None
    title = ""
    need = 0.0
    heading = False
    whole = False
    direction: Direction | None = None
    _width = -1.0

    @property
    def tag(self) -> Tag:
        """The element that its text is: a paragraph, unless it is told otherwise."""
        if self._tag is None:
            self._tag = Tag("P")
        return self._tag

    @tag.setter
    def tag(self, tag: Tag) -> None:
        self._tag = tag

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Lay out once for each width; ask for more than there is when what follows would be left alone."""
        if abs(self._width - available_width) > _FUZZ or not hasattr(self, "blPara"):
            super().wrap(available_width, available_height)
            self._width = available_width
        return available_width, self.need if available_height < self.need else self.height

    def breakLines(  # noqa: N802 - reportlab's name
        self, width: float | list[float] | tuple[float, ...]
    ) -> ParaLines | ParaFrag:
        """Break lines in reading order, then put each in the order in which it is drawn."""
        laid_out = super().breakLines(width)
        if self._hyphenations:  # type: ignore[attr-defined] # reportlab counts them
            soften(laid_out, self.frags)
        if self.direction:
            reorder(laid_out, self.direction)
        return laid_out

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Cut between lines; the first part stays the place that links lead to."""
        self.wrap(available_width, UNBOUNDED)
        if available_height < self.need or self.stays_whole:
            return []
        parts: list[Flowable] = super().split(available_width, available_height)
        first, *others = (part for part in parts if isinstance(part, Prose)) if len(parts) > 1 else (self,)
        for rest in others:
            first.anchor, first.outline, first.title = self.anchor, self.outline, self.title
            first.label = self.label
            first.spaceAfter = rest.spaceBefore = 0  # should they stand on one page after all
            self._hand_over(first, rest)
        return parts

    def _hand_over(self, first: "Prose", rest: "Prose") -> None:
        """Give both parts the lines that are broken already: breaking the rest anew for each page takes minutes."""
        lines, size = self.blPara.lines, len(first.blPara.lines)
        for part in (first, rest):
            part.tag, part.direction = self.tag, self.direction
        first.take_lines(self.blPara.clone(lines=lines[:size]), self._width)
        following = lines[size:]
        if self.blPara.kind == 1:  # these lines tell where they begin among the words, which are fewer now
            start = following[0].sFW
            following = [line.clone(sFW=line.sFW - start) for line in following]
        rest.take_lines(self.blPara.clone(lines=following), self._width)

    def take_lines(self, laid_out: ABag, width: float) -> None:
        """Be laid out already, in lines ``width`` points wide."""
        self.blPara, self._width, self.width = laid_out, width, width
        self.height = len(laid_out.lines) * self.style.leading

    @property
    def stays_whole(self) -> bool:
        """Whether it is a list item short enough not to be cut."""
        return self.whole and self.height <= _WHOLE_LINES * self.style.leading

    def draw(self) -> None:
        """Draw it as content of its element, and make it the place that its links and its outline entry lead to."""
        canvas, laid_out = self.canv, self.blPara
        if self.anchor:
            canvas.bookmarkHorizontal(self.anchor, 0, self.height + self.style.leading / 2)
        if self.outline is not None:
            canvas.addOutlineEntry(self.title, self.anchor, self.outline, closed=self.outline == 0)
        if not canvas.is_artifact:
            self._first, lines = told(laid_out, self.tag, self.direction)
            if self.bulletText and lines:
                canvas.open(self.label or self.tag)
            if lines is not laid_out.lines:
                self.blPara = laid_out.clone(lines=lines)
        super().draw()
        self.blPara = laid_out  # the head of a table is drawn again on other pages

    def beginText(self, x: float, y: float) -> PDFTextObject:  # noqa: N802 - reportlab's name
        """Begin the text after the bullet, as reportlab asks."""
        if self.canv.is_artifact:
            return super().beginText(x, y)
        if self.bulletText:
            self.canv.close()
        text = TaggedText(self.canv, self.tag, x, y)
        text.say(self._first)
        return text


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets the lines of one document.

    Attributes:
        anchors: where the records of the brief begin, by id; the others are plain words.
        prefix: begins the names of its sources inside the file.
        sources: the titles that its source marks may lead to, by number.
        explained: sigles that were read already.
        together: its sources are one paragraph, to which all marks lead.
    """

    anchors: Mapping[str, str]
    prefix: str
    sources: Mapping[int, str]
    explained: set[str] = field(default_factory=set)
    together: bool = False

    def prose(self, line: Line, style: ParagraphStyle, bullet: str = "") -> Prose:
        """Return ``line`` as a paragraph."""
        return paragraph(self.fragments(line, style), style, bullet)

    def fragments(self, line: Line, style: ParagraphStyle) -> list[ParaFrag]:
        """Return ``line`` as fragments; a source mark is glued to the word before it."""
        found: list[ParaFrag] = []
        for piece in line:
            if isinstance(piece, SourceMark) and found:
                found[-1].text = found[-1].text.rstrip(" ")
            found += self._piece(piece, style)
        return found

    def _piece(self, piece: Inline, style: ParagraphStyle) -> Iterator[ParaFrag]:
        match piece:
            case Text(text, strong, emphasis):
                yield words(text, style, strong=strong, emphasis=emphasis)
            case Link(text, target):
                yield words(text, style, tag=self.link(target, text))
            case Acronym(text):
                yield words(text, style, tag=self._sigle(piece))
            case SourceMark(numbers):
                yield from self._numbers(numbers, style)

    def _sigle(self, sigle: Acronym) -> RunTag | None:
        """Return the element of a sigle that is a link, or that is read for the first time: it tells its words."""
        expansion = "" if sigle.text in self.explained else sigle.expansion
        self.explained.add(sigle.text)
        link = self.link(sigle.target, sigle.expansion, expansion)
        return link or (RunTag("Span", expansion=expansion) if expansion else None)

    def _numbers(self, numbers: Sequence[int], style: ParagraphStyle) -> Iterator[ParaFrag]:
        size = style.fontSize
        mark = RunTag("Reference") if not self.sources.keys().isdisjoint(numbers) else None
        yield words(NBSP, style).clone(fontSize=size * 0.3)
        for place, number in enumerate(numbers):
            small = {"fontSize": size * 0.68, "rise": size * 0.34}
            if place:
                yield words(f",{NBSP}", style, tag=mark).clone(**small)
            tag = mark
            if mark and number in self.sources:
                told = f"Source{NBSP}{number}{NBSP}: {shortened(self.sources[number])}"
                tag = LinkTag(f"#{self.source_anchor(number)}", told, mark)
            yield words(str(number), style, tag=tag).clone(**small)

    def link(self, target: str, title: str, expansion: str = "") -> LinkTag | None:
        """Return the link to a record that ``title`` names, or nothing when it is not in this brief."""
        anchor = self.anchors.get(target, "")
        return (
            LinkTag(f"#{anchor}", f"Aller à la fiche{NBSP}: {shortened(title)}", expansion=expansion)
            if anchor
            else None
        )

    def source_anchor(self, number: int) -> str:
        """Return the name of the place where a source is listed."""
        return f"{self.prefix}-sources" if self.together else f"{self.prefix}-source-{number}"


def paragraph(fragments: list[ParaFrag], style: ParagraphStyle, bullet: str = "") -> Prose:
    """Return a paragraph of ``fragments``, with ``bullet`` hung at left; its last word is never cut in two."""
    foreign = not all(known().issuperset(fragment.text) for fragment in fragments)
    direction = _direction(fragments) if foreign else None
    if direction != "R" and fragments and fragments[-1].text and style.hyphenationLang:
        fragments[-1].text += NBSP  # reportlab looks for syllables in words of letters only
    parts = [part for fragment in fragments for part in _in_faces(fragment)] if foreign else fragments
    prose = Prose("", style, bulletText=bullet or None, frags=parts or [words("", style)])
    prose.direction = direction
    return prose


def plain(text: str, style: ParagraphStyle, link: LinkTag | None = None) -> Prose:
    """Return a paragraph of plain words."""
    return paragraph([words(text, style, tag=link)], style)


def words(
    text: str, style: ParagraphStyle, *, strong: bool = False, emphasis: bool = False, tag: RunTag | None = None
) -> ParaFrag:
    """Return a run of characters; ``tag`` when it is an element of its own, such as a link."""
    face = _FACES[strong or style.fontName == STRONG, emphasis]
    run = _base(style).clone(text=shaped(text), fontName=face)
    if tag:
        # reportlab keeps runs apart by their links, and draws nothing for a link without an address.
        run.tag, run.link = tag, [(tag.run, tag.key)]
    return run


def sign(mark: Mark | None, style: ParagraphStyle) -> list[ParaFrag]:
    """Return a drawn sign, glued to the words after it, with the room that it takes."""
    if mark is None:
        return []
    space = stringWidth(NBSP, style.fontName, style.fontSize)
    room = NBSP * (round((mark.width + style.fontSize * 0.35) / space) - 1)
    # The callback stands behind a first space: at the beginning of a word it would join the line before.
    call = ABag(kind="mark", name="mark", label=(mark, style.fontSize))
    return [words(NBSP, style), words("", style).clone(cbDefn=call), words(room, style)]


def draw_sign(canvas: TaggedCanvas, _kind: str | None, label: tuple[Mark, float]) -> None:
    """Draw a sign where reportlab has come to in a line; the canvas calls this under the name ``mark``."""
    mark, size = label
    here = canvas._curr_tx_info  # type: ignore[attr-defined] # noqa: SLF001 - how reportlab tells a callback its place
    space = stringWidth(NBSP, REGULAR, size)
    with canvas.artifact():
        mark.draw(canvas, here["cur_x"] - space, here["cur_y"] + size * 0.33 - mark.height / 2)


def _in_faces(fragment: ParaFrag) -> list[ParaFrag]:
    """Return ``fragment`` as fragments of one face each."""
    return [fragment.clone(text=text, fontName=face) for face, text in runs(fragment.text, fragment.fontName)]


def _direction(fragments: Sequence[ParaFrag]) -> Direction | None:
    text = "".join(fragment.text for fragment in fragments)
    if not is_mixed(text):
        return None
    return "L" if any(map(is_sign, fragments)) else main_direction(text)  # a sign stays at the left of its words


@cache
def _base(style: ParagraphStyle) -> ParaFrag:
    """Return an empty run in the look of ``style``, as reportlab itself makes it."""
    return Paragraph("x", style).frags[0]
