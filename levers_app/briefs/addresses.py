"""Addresses of sources: which of them are links, and how they read on paper."""

from urllib.parse import quote, urlsplit

_SHORT_ADDRESS = 46
_SCHEMES = ("http", "https", "mailto")


def address(url: str) -> str:
    """Return ``url`` as a link, or nothing when it is no address of the web or of a mailbox."""
    try:
        parts = urlsplit(url.strip())
        return quote(parts.geturl(), safe="%/:=&?~#+!$,;'@()*[]") if parts.scheme in _SCHEMES else ""
    except ValueError:
        return ""


def short_address(url: str) -> str:
    """Return ``url`` as it is printed: without its scheme, and only the site when it is long."""
    bare = url.strip().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    return bare if len(bare) <= _SHORT_ADDRESS else bare.partition("/")[0]
