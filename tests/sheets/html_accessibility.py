"""What a machine can tell of a page that people hear, enlarge or print: each rule yields a sentence for each fault.

The page is parsed strictly first (html5lib stops at the first thing that is no valid HTML).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

import html5lib

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LOADING = {"script", "link", "iframe", "object", "embed", "audio", "video", "source", "base", "form", "svg"}
_ADDRESSES = ("src", "srcset", "poster", "data", "background", "action")
_ADDRESS_OF_A_LINK = re.compile(r"#|https?:|mailto:")
_SKIPPED = ("style", "title")


def faults(page: str) -> list[str]:
    """Return what is wrong with ``page``, in words; nothing when no rule finds a fault."""
    tree = parsed(page)
    return [fault for rule in RULES for fault in rule(tree)]


def parsed(page: str) -> Element:
    """Return the tree of a page.

    Raises:
        html5lib.html5parser.ParseError: it is no valid HTML.
    """
    tree: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    return tree


def words(element: Element) -> str:
    """Return what is heard of an element: its texts, and what stands for its pictures."""
    return " ".join("".join(_heard(element)).split())


def _heard(element: Element) -> Iterator[str]:
    if element.tag in _SKIPPED:
        return
    yield element.get("alt", "") if element.tag == "img" else element.text or ""
    for child in element:
        yield from _heard(child)
        yield child.tail or ""


def _all(tree: Element, *tags: str) -> list[Element]:
    return [element for element in tree.iter() if element.tag in tags]


def language(tree: Element) -> Iterator[str]:
    if tree.get("lang") != "fr":
        yield "the language is not told"


def title(tree: Element) -> Iterator[str]:
    if not any((each.text or "").strip() for each in _all(tree, "title")):
        yield "the page has no title"


def headings(tree: Element) -> Iterator[str]:
    found = [(int(each.tag[1]), words(each)) for each in _all(tree, *HEADINGS)]
    if [level for level, _ in found].count(1) != 1:
        yield "there is not one h1"
    for (above, _), (level, said) in zip([(0, ""), *found], found, strict=False):
        if level > above + 1:
            yield f"a level is skipped before « {said} »"


def anchors(tree: Element) -> Iterator[str]:
    ids = Counter(each.get("id") for each in tree.iter() if each.get("id") is not None)
    yield from (f"the id {id_!r} is there {count} times" for id_, count in ids.items() if count > 1)
    yield from (f"the id {id_!r} is none" for id_ in ids if not id_ or re.search(r"\s", id_))
    for each in tree.iter():
        href = each.get("href", "")
        led = [href[1:]] if href.startswith("#") else []
        led += each.get("aria-labelledby", "").split()
        yield from (f"{id_!r} leads nowhere" for id_ in led if id_ not in ids)


def tables(tree: Element) -> Iterator[str]:
    for table in _all(tree, "table"):
        if not len(table) or table[0].tag != "caption" or not words(table[0]):
            yield "a table does not say what it is"
        if not table.findall(".//th"):
            yield "a table has no header"
        own = [row for row in table.iter("tr") if row not in _nested_rows(table)]
        if len({sum(int(cell.get("colspan", "1")) for cell in row) for row in own}) > 1:
            yield "the rows of a table are not equally long"
    for cell in _all(tree, "th"):
        if cell.get("scope") not in ("col", "row"):
            yield "a header does not say what it heads"


def _nested_rows(table: Element) -> list[Element]:
    return [row for inner in table.iter("table") if inner is not table for row in inner.iter("tr")]


def pictures(tree: Element) -> Iterator[str]:
    for image in _all(tree, "img"):
        if not image.get("alt", "").strip():
            yield "a picture says nothing"


def emptiness(tree: Element) -> Iterator[str]:
    for each in _all(tree, *HEADINGS, "a", "th", "dt", "dd", "caption", "figcaption"):
        if not words(each) and not each.get("aria-label", "").strip():
            yield f"an empty {each.tag}"
    yield from (f"an empty {each.tag}" for each in _all(tree, "ul", "ol", "dl", "tbody") if not len(each))


def landmarks(tree: Element) -> Iterator[str]:
    for tag in ("main", "footer"):
        if len(_all(tree, tag)) != 1:
            yield f"there is not one {tag}"
    if len(_all(tree, "header")) > 1:
        yield "there are several headers"
    for each in _all(tree, "nav", "article"):
        if not each.get("aria-labelledby") and not each.get("aria-label"):
            yield f"a {each.tag} without a name"
    for each in _all(tree, "section"):
        if not any(inner.tag in HEADINGS for inner in each.iter()):
            yield "a section without heading"


def way_to_the_content(tree: Element) -> Iterator[str]:
    links = [each for each in tree.iter() if each.tag == "a" or each.get("tabindex")]
    main = next(iter(_all(tree, "main")), None)
    if not links or main is None or links[0].get("href") != f"#{main.get('id')}":
        yield "nothing leads past the contents first"


def lists(tree: Element) -> Iterator[str]:
    for each in tree.iter():
        inside = {child.tag for child in each}
        if each.tag in ("ul", "ol") and not inside <= {"li"}:
            yield "a list holds something else than items"
        if "li" in inside and each.tag not in ("ul", "ol"):
            yield "an item without a list"
        if each.tag == "dl" and [child.tag for child in each] != ["dt", "dd"] * (len(each) // 2):
            yield "terms and what is said of them do not alternate"


def abbreviations(tree: Element) -> Iterator[str]:
    yield from (f"{words(each)!r} is not explained" for each in _all(tree, "abbr") if not each.get("title", "").strip())


def activity(tree: Element) -> Iterator[str]:
    for each in tree.iter():
        yield from (f"{name} acts by itself" for name in each.attrib if name.startswith("on"))
        if each.tag in _LOADING:
            yield f"a {each.tag} acts or loads"
        if each.get("http-equiv", "").lower() == "refresh":
            yield "the page goes elsewhere"
        for name in _ADDRESSES:
            if not each.get(name, "data:image/").startswith("data:image/"):
                yield f"{each.tag} loads {each.get(name)}"
        if not _ADDRESS_OF_A_LINK.match(each.get("href", "#")):
            yield f"{each.get('href')} is no address of the web"
        if re.search(r"url\(|@import|expression", (each.text or "") if each.tag == "style" else each.get("style", "")):
            yield "the style loads something"


def freedom(tree: Element) -> Iterator[str]:
    found = {each.get("name") or each.get("http-equiv"): each.get("content", "") for each in _all(tree, "meta")}
    if "width=device-width" not in found.get("viewport", "") or re.search(r"scalable|maximum", found["viewport"]):
        yield "the page cannot be enlarged"
    if not found.get("Content-Security-Policy", "").startswith("default-src 'none'"):
        yield "the page may load anything"
    if not any(each.get("charset") == "utf-8" for each in _all(tree, "meta")):
        yield "the encoding is not told"
    if any(int(each.get("tabindex", "0")) > 0 for each in tree.iter()):
        yield "the order of the keyboard is not that of reading"


RULES: tuple[Callable[[Element], Iterator[str]], ...] = (
    *(language, title, headings, anchors, tables, pictures, emptiness, landmarks, way_to_the_content),
    *(lists, abbreviations, activity, freedom),
)
