"""Finds accounts on social networks, for the privacy guard: « @toto_93 », « snap : toto93 », the page of a profile.

Texts come folded (``catalogue.privacy``), with the addresses of their pages and their « _ ».
"""

from collections.abc import Iterator

from levers_app.catalogue.privacy_reading import Span, compiled, lowered

# A name on a network begins and ends with a letter, a figure or « _ ».
_NAME = r"\w(?:[\w.-]{0,38}\w)?"
_DOMAIN = r"(?![\w.-]{0,60}\.(?:fr|com|org|net|eu)\b)"
_HANDLE = rf"(?<![\w.@/+&-])@{_DOMAIN}(?=[\d_.-]{{0,20}}[^\W\d_]){_NAME}"

_NETWORKS = (
    r"snap(?:chat)?|insta(?:gram)?|facebook|fb|messenger|telegram|tik\s?tok|twitter|discord|whats\s?app|twitch|youtube"
    r"|linkedin|pseudo(?:nyme)?"
)
_WORTHLESS = (
    r"(?!(?:oui|non|ok|aucune?|rien|idem|néant|priv[ée]e?|publi(?:c|que)|l[ea]s?|une?|des?|du|pages?|groupes?)\b)"
)
_ODD_NAME = r"(?=[^\W\d_][\w.-]{0,38}?(?:[\d_]|\.\w))" + _NAME
"""A name that is no word: « toto93 », « la_reine », « le.sang »."""
_TOLD = (
    rf"(?<![\w.@/-])(?:{_NETWORKS})\s?"
    rf"(?::\s?(?:[«\"]\s?)?(?:@?{_DOMAIN}{_ODD_NAME}|{_WORTHLESS}{_NAME}(?=\s?(?:[,;()/»\"\n]|\.(?!\w)|$)))"
    rf"|\s(?:(?:est|c'est|de|sous|nommé|appelé)\s)?(?:[«\"]\s?)?{_DOMAIN}{_ODD_NAME})"
)
_QUOTED = (
    rf"(?:(?:c(?<!\wc)ompte|p(?<!\wp)rofil)\s(?:{_NETWORKS})|p(?<!\wp)seudo(?:nyme)?)\s(?:est\s|de\s)?"
    rf"(?:[«\"]\s?)(?P<name>{_NAME})\s?[»\"]"
)

_NO_PROFILE = (
    r"(?:groups?|events?|watch|hashtag|search|sharer?(?:\.php)?|explore|help|about|legal|policies|privacy|business|login"
    r"|home|company|school|jobs|showcase|intent|i|tag|discover|directory|pulse|learning)(?:[/?#]|\b(?![\w.-]))|\?"
)
_ANYONE = r"(?:facebook|instagram|twitter|x|threads|twitch|vk|snapchat)\.(?:com|net|tv)/(?:add/|u/)?|fb\.(?:com|me)/"
_SOME_PATHS = (
    r"linkedin\.com/(?:in|pub|posts)/|(?:youtube|tiktok)\.com/(?:@|user/|c/|channel/)|(?:t|m|telegram)\.me/|wa\.me/"
    r"|bsky\.app/profile/|snapchat\.com/add/"
)
_PROFILE = (
    rf"(?<![\w.@-])(?:https?://)?(?:[\w-]{{1,20}}\.){{0,2}}?(?:(?:{_ANYONE})(?!{_NO_PROFILE})|{_SOME_PATHS})"
    r"[^\s<>\"«»]{0,299}[\w/]"
)
_PERSONAL_PAGE = rf"(?<![\w.@-])https?://[\w.-]{{1,80}}/@{_NAME}"
_DISCORD = r"(?<![\w.@/-])\w[\w.-]{1,31}#\d{4}(?!\w)"


_HINTS = (
    *(
        "snap",
        "insta ",
        "insta:",
        "instagram",
        "facebook",
        "fb",
        "messenger",
        "telegram",
        "tiktok",
        "tik tok",
        "twitter",
    ),
    *("discord", "whats", "twitch", "youtube", "linkedin", "pseudo"),
)
_HOSTS = (
    *("facebook.", "fb.", "instagram.", "twitter.", "x.com", "threads.", "twitch.", "vk.", "snapchat.", "linkedin."),
    *("youtube.", "tiktok.", "t.me", "m.me", "telegram.me", "wa.me", "bsky."),
)


def find_accounts(text: str) -> Iterator[Span]:
    """Yield accounts: after « @ » or the name of a network, and profiles on the web; those of organisations too."""
    small = lowered(text)
    if "@" in small:
        yield from _spans(_HANDLE, small)
        yield from _spans(_PERSONAL_PAGE, small)
    if any(host in small for host in _HOSTS):
        yield from _spans(_PROFILE, small)
    if "discord" in small:
        yield from _spans(_DISCORD, small)
    if any(hint in small for hint in _HINTS):
        yield from _spans(_TOLD, small)
    yield from _spans(_QUOTED, small)


def _spans(pattern: str, text: str) -> Iterator[Span]:
    return (match.span("name" if match.lastgroup else 0) for match in compiled(pattern).finditer(text))
