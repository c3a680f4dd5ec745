"""The only way this package makes markup: elements whose every text and attribute is escaped."""

from html import escape
from urllib.parse import urlsplit

LINKED_SCHEMES = ("http", "https", "mailto")
_EMPTY = ("br", "meta")


class Html(str):
    """Text that is markup already; any other text is escaped when it enters an element."""

    __slots__ = ()


def element(tag: str, *content: str, **attributes: str) -> Html:
    """Return one element. An attribute named like a Python word takes an underscore at its end: ``class_``."""
    named = "".join(f' {name.strip("_").replace("_", "-")}="{escape(value)}"' for name, value in attributes.items())
    end = "" if tag in _EMPTY else f"</{tag}>"
    return Html(f"<{tag}{named}>{joined(*content)}{end}")


def joined(*content: str) -> Html:
    """Return texts and markup one after the other."""
    return Html("".join(part if isinstance(part, Html) else escape(part) for part in content))


def linked(text: str, address: str) -> Html:
    """Return ``text`` as a link when ``address`` is a web or mail address, as plain text otherwise."""
    if not is_linkable(address):
        return joined(text)
    return element("a", text, href=address, rel="noreferrer")


def is_linkable(address: str) -> bool:
    """Tell whether an address may be opened: neither a file, nor a script, nor anything unreadable."""
    try:
        return urlsplit(address).scheme in LINKED_SCHEMES
    except ValueError:
        return False
