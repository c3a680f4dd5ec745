"""The only way this package makes markup: elements whose every text and attribute is escaped."""

import re
from html import escape
from urllib.parse import quote, urlsplit

from levers_app.catalogue.typography import only_characters

LINKED_SCHEMES = ("http", "https", "mailto")
_EMPTY = ("br", "meta", "img")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


class Html(str):
    """Text that is markup already; any other text is escaped when it enters an element."""

    __slots__ = ()


def element(tag: str, *content: str, **attributes: str) -> Html:
    """Return one element. An attribute named like a Python word takes an underscore at its end: ``class_``.

    An empty attribute is left out, but for the text that stands for a picture.
    """
    named = "".join(
        f' {name.strip("_").replace("_", "-")}="{escaped(value)}"'
        for name, value in attributes.items()
        if value or name == "alt"
    )
    end = "" if tag in _EMPTY else f"</{tag}>"
    return Html(f"<{tag}{named}>{joined(*content)}{end}")


def joined(*content: str) -> Html:
    """Return texts and markup one after the other."""
    return Html("".join(part if isinstance(part, Html) else escaped(part) for part in content))


def escaped(text: str) -> str:
    """Return ``text`` as HTML shows it, with a mark in place of what is no character."""
    return escape(only_characters(text))


def linked(text: str, address: str) -> Html:
    """Return ``text`` as a link when ``address`` is a web or mail address, as plain text otherwise."""
    if not is_linkable(address):
        return joined(text)
    return element("a", text, href=_quoted(address), rel="noreferrer")


def is_linkable(address: str) -> bool:
    """Tell whether an address may be opened: neither a file, nor a script, nor anything unreadable."""
    try:
        return urlsplit(address).scheme in LINKED_SCHEMES
    except ValueError:
        return False


def _quoted(address: str) -> str:
    """Return an address in the characters that one may be written with; its accents are opened by any browser."""
    bare = _STRAY_PERCENT.sub("%25", urlsplit(address.strip()).geturl())
    return quote(bare, safe="%/:=&?~#+!$,;'@()*", errors="replace")
