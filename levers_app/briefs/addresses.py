"""Addresses of sources: which of them are links on paper."""

from urllib.parse import quote, urlsplit

from levers_app.sheets.markup import LINKED_SCHEMES


def address(url: str) -> str:
    """Return ``url`` as a link, or nothing when it is no address of the web or of a mailbox."""
    try:
        parts = urlsplit(url.strip())
        return quote(parts.geturl(), safe="%/:=&?~#+!$,;'@()*[]") if parts.scheme in LINKED_SCHEMES else ""
    except ValueError:
        return ""
