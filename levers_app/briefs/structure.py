"""The structure tree as it stands in the file: one object for each element, and who stands over each content."""

from collections.abc import Iterator, Mapping, Sequence

from levers_app.briefs.fonts import printable
from levers_app.briefs.tags import Content, Tag

Parents = Sequence[Tag | list[Tag]]
"""For each page its elements by the number of their content, and for each annotation its link."""


class Structure:
    """The elements of a document, in reading order."""

    def __init__(self, root: Tag, parents: Parents) -> None:
        """Leave out the elements under ``root`` that draw nothing."""
        _fill(root)
        self.elements = list(_in_order(root))
        self._parents = parents

    def number(self, tree: int, places: Mapping[str, tuple[int, int]]) -> None:
        """Take the numbers that follow that of the tree; ``places`` are those of pages and annotations, by name."""
        for number, tag in enumerate(self.elements, start=tree + 1):
            tag.number = number
        self._tree, self._places = tree, places

    def tree(self) -> str:
        """Return the root of the tree."""
        numbers = [
            f"{key}[{' '.join([f'{tag.number} 0 R' for tag in over])}]"
            if isinstance(over, list)
            else f"{key} {over.number} 0 R"
            for key, over in enumerate(self._parents)
        ]
        parents = f"/ParentTree<</Nums[{' '.join(numbers)}]>>/ParentTreeNextKey {len(numbers)}"
        return f"<</Type/StructTreeRoot/K {self.elements[0].number} 0 R{parents}>>"

    def element(self, tag: Tag) -> str:
        """Return one element."""
        page = next((kid[0] for kid in tag.kids if isinstance(kid, tuple)), 0)
        parts = [f"<</S/{tag.role}/P {tag.parent.number if tag.parent else self._tree} 0 R"]
        if page:
            parts.append(f"/Pg {self._page(page)}")
        if tag.kids:
            kids = " ".join([self._kid(kid, page) for kid in tag.kids])
            parts.append(f"/K[{kids}]" if len(tag.kids) > 1 else f"/K {kids}")
        if tag.attributes:
            parts.append(f"/A<<{tag.attributes}>>")
        for key, text in (("Alt", tag.alt), ("ActualText", tag.actual), ("E", tag.expansion)):
            if text:
                parts.append(f"/{key}{string(text)}")
        return f"{''.join(parts)}>>"

    def forget(self) -> None:
        """Part elements from those over them: in circles, thousands would wait for a long collection of garbage."""
        for tag in self.elements:
            tag.kids = []

    def _kid(self, kid: Tag | Content, page: int) -> str:
        if isinstance(kid, Tag):
            return f"{kid.number} 0 R"
        here, what = kid
        if isinstance(what, str):
            return f"<</Type/OBJR/Pg {self._page(here)}/Obj {self._places[what][0]} 0 R>>"
        return str(what) if here == page else f"<</Type/MCR/Pg {self._page(here)}/MCID {what}>>"

    def _page(self, page: int) -> str:
        return f"{self._places[f'Page{page}'][0]} 0 R"  # as reportlab names it


def string(text: str) -> str:
    """Return ``text`` as a string of PDF."""
    text = printable(text)
    if text.isascii():
        return "(" + text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ")"
    return f"<FEFF{text.encode('utf-16-be').hex()}>"


def _fill(tag: Tag) -> bool:
    """Leave out what draws nothing, and tell whether something is left: a cell always is, it keeps its column."""
    tag.kids = [kid for kid in tag.kids if not isinstance(kid, Tag) or _fill(kid)]
    return bool(tag.kids) or tag.role in ("TH", "TD")


def _in_order(tag: Tag) -> Iterator[Tag]:
    yield tag
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from _in_order(kid)
