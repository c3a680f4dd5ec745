"""The privacy guard: points at what, in a text about to be shared, may say who or where somebody is.

It only points: a person rewrites, or confirms with a reason. It prefers a doubt too many to a name let through, and it
knows that places, schools and laws are named after people. Patterns are in ``privacy_numbers``, ``privacy_births``,
``privacy_accounts``, ``privacy_addresses`` and ``privacy_positions``, names of people in ``privacy_persons``; here they
are put together.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from levers_app.catalogue.privacy_accounts import find_accounts
from levers_app.catalogue.privacy_addresses import find_addresses
from levers_app.catalogue.privacy_births import find_births
from levers_app.catalogue.privacy_numbers import (
    find_emails,
    find_files,
    find_ibans,
    find_phones,
    find_plates,
    find_social_security_numbers,
)
from levers_app.catalogue.privacy_persons import find_persons
from levers_app.catalogue.privacy_positions import find_positions

LABELS: Mapping[str, str] = {
    "phone": "ressemble à un numéro de téléphone",
    "email": "ressemble à une adresse électronique",
    "plate": "ressemble à une plaque d’immatriculation",
    "social_security": "ressemble à un numéro de sécurité sociale",
    "iban": "ressemble à un numéro de compte bancaire (IBAN)",
    "birth": "ressemble à une date de naissance",
    "file": "ressemble à un numéro de dossier",
    "account": "ressemble à un compte sur un réseau social",
    "address": "ressemble à une adresse exacte",
    "person": "ressemble au nom d’une personne",
}
"""What is said of each kind of finding, after the words that were found."""

ADVICE: Mapping[str, str] = {
    "phone": "Retirez-le, ou nommez le service à joindre («\u00a0l’accueil de l’agence\u00a0»).",
    "email": "Retirez-la, ou nommez le service à joindre («\u00a0le service tranquillité\u00a0»).",
    "plate": "Le genre du véhicule suffit («\u00a0une camionnette blanche\u00a0», «\u00a0trois épaves\u00a0»).",
    "social_security": "Retirez-le\u00a0: un retour d’expérience n’en a jamais besoin.",
    "iban": "Retirez-le\u00a0: un retour d’expérience n’en a jamais besoin.",
    "birth": "L’âge approché suffit («\u00a0un homme d’une vingtaine d’années\u00a0»).",
    "file": "Retirez-le\u00a0: un retour d’expérience n’en a jamais besoin.",
    "account": "Le nom du réseau suffit («\u00a0un compte Snapchat\u00a0»).",
    "address": "La résidence, la rue sans numéro ou le quartier suffisent («\u00a0un hall de la rue des Lilas\u00a0»).",
    "person": "Une fonction suffit («\u00a0le chef de chantier\u00a0», «\u00a0une locataire\u00a0»).",
}
"""What to write instead, for each kind of finding."""

WHY = (
    "Un retour d’expérience circule d’un organisme à l’autre. Ce qui permet de reconnaître quelqu’un est une donnée "
    "personnelle, que protègent le RGPD et la loi Informatique et Libertés\u202f; dans un récit d’incivilités ou de "
    "trafic, la sécurité des locataires, des témoins et du personnel est aussi en jeu."
)
"""Why the guard asks."""

LIMITS = (
    "Ce contrôle est automatique\u00a0: il peut se tromper, et laisser passer un nom rare, un surnom, un prénom "
    "qui est aussi un mot, ou un détail qui suffit à reconnaître quelqu’un. Relisez avant de partager."
)
"""What the guard cannot do."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found: ``text[start:end]`` is ``text`` of the finding; ``kind`` is a key of ``LABELS``."""

    kind: str
    start: int
    end: int
    text: str


_Detector = Callable[[str], Iterator[tuple[int, int]]]

_DETECTORS: Sequence[tuple[str, _Detector]] = (
    ("iban", find_ibans),
    ("social_security", find_social_security_numbers),
    ("email", find_emails),
    ("phone", find_phones),
    ("plate", find_plates),
    ("birth", find_births),
    ("file", find_files),
    ("account", find_accounts),
    ("address", find_addresses),
    ("address", find_positions),
    ("person", find_persons),
)
"""The most precise first: of two findings of one length, the first is kept."""
_READ_PAGES = {find_emails, find_accounts, find_positions}
"""What looks into the addresses of pages, and minds « _ »: the other detectors would find names of articles there."""


def find_personal_data(text: str) -> list[Finding]:
    """Return what may be personal data in ``text``, in its order and without overlap: the longest wins."""
    folded, places = _fold(text)
    told = _without_pages(folded).replace("_", " ")
    spans = [
        (start, start - end, rank, end, kind)
        for rank, (kind, find) in enumerate(_DETECTORS)
        for start, end in find(folded if find in _READ_PAGES else told)
    ]
    kept: list[tuple[str, int, int]] = []
    for start, _, _, end, kind in sorted(spans):
        if not kept or start >= kept[-1][2]:
            kept.append((kind, start, end))
        elif end - start > kept[-1][2] - kept[-1][1]:
            kept[-1] = (kind, start, end)
    return [_finding(kind, text, places.start(start), places.end(end)) for kind, start, end in kept]


def _finding(kind: str, text: str, start: int, end: int) -> Finding:
    return Finding(kind, start, end, text[start:end])


_SPACES = "\t\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\r"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_APOSTROPHES = "\u2018\u2019\u201b\u02bc\u02b9\u00b4\uff07`"
_LINES = "\u0085\u2028\u2029"
_SAME = {
    **{ord(one): " " for one in _SPACES},
    **{ord(one): "-" for one in _HYPHENS},
    **{ord(one): "'" for one in _APOSTROPHES},
    **{ord(one): "\n" for one in _LINES},
    **{0xFF10 + figure: str(figure) for figure in range(10)},
    **{0x0660 + figure: str(figure) for figure in range(10)},
    **dict(zip(map(ord, "＋．＠﹫º˚"), "+.@@°°", strict=True)),
}
"""Signs that are one to a reader; a character each, so that places stay."""

_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
_UNSEEN = "\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff*"
"""What a reader does not see between two letters, Markdown included."""
_IN_WORD = r"(?<=[^\W_])_(?=[^\W_])"
"""« toto_93 »: other underscores are Markdown."""
_ODD = re.compile(f"[{_MARKS}{_UNSEEN}_]")
_SEEN = re.compile(f"(?:[^{_MARKS}{_UNSEEN}_]|{_IN_WORD})[{_MARKS}]*")
_PAGE = re.compile(r"(?:[Hh][Tt][Tt][Pp][Ss]?://|[Ww]{3}\.|\.(?:fr|com|org|net|eu)/)[^\s<>\"«»]+")
_PHONE_IN_PAGE = re.compile(r"(?:=|%2B)(?P<number>(?:\+33|0033|33|0)[1-9]\d{8})(?!\d)")


class _Places:
    """Where each character of a folded text stands in the text; ``None`` when nothing moved."""

    def __init__(self, spans: Sequence[tuple[int, int]] | None) -> None:
        self._spans = spans

    def start(self, place: int) -> int:
        """Return where the character at ``place`` begins."""
        return place if self._spans is None else self._spans[place][0]

    def end(self, place: int) -> int:
        """Return where the character before ``place`` ends."""
        return place if self._spans is None else self._spans[place - 1][1]


def _fold(text: str) -> tuple[str, _Places]:
    """Return ``text`` with one kind of space, hyphen and apostrophe, and accents on their letters."""
    plain = text.translate(_SAME)
    if not _ODD.search(plain):
        return plain, _Places(None)
    seen = list(_SEEN.finditer(plain))
    characters = (m[0] if len(m[0]) == 1 else unicodedata.normalize("NFC", m[0])[0] for m in seen)
    return "".join(characters), _Places([m.span() for m in seen])


def _without_pages(text: str) -> str:
    """Return ``text`` with the addresses of its pages blanked, all but the telephone numbers that they hold."""
    return _PAGE.sub(_blanked, text)


def _blanked(page: re.Match[str]) -> str:
    kept = {place for found in _PHONE_IN_PAGE.finditer(page[0]) for place in range(*found.span("number"))}
    return "".join(sign if place in kept else "\0" for place, sign in enumerate(page[0]))
