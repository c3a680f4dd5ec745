"""Words that sheets, lists and pages share: counts that agree, periods, places, numbers, names of legal texts."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from levers_app.catalogue.typography import NARROW, NBSP

if TYPE_CHECKING:  # lists are worded before YAML and the sheets are imported
    from datetime import date
    from decimal import Decimal

    from levers_app.catalogue.records import Evidence, Period
    from levers_app.catalogue.vocabulary import Entry
    from levers_app.sheets.document import AttachedItem, NumberedSource

CODES = {
    "Code de l’action sociale et des familles": "CASF",
    "Code de la construction et de l’habitation": "CCH",
    "Code de la justice pénale des mineurs": "CJPM",
    "Code de la sécurité intérieure": "CSI",
    "Code de procédure pénale": "CPP",
    "Code général des impôts": "CGI",
}
"""Usual abbreviations of codes; the other texts are named in full."""
EMMIE = "Effet, mécanisme, modérateurs, mise en œuvre (implementation), économie"
"""What the frame of evaluations stands for (College of Policing)."""
STUDIED = "Situations étudiées"
"""Labels what evaluations measured, under the frame."""

ABSENT = "fichier absent"
"""Said of a photo or document whose file is gone."""
DAMAGED = "image illisible"
"""Said of a photo that cannot be shown."""
EVIDENCE_REMARK = f"Cadre EMMIE{NBSP}: la solidité des preuves est distincte de l’effet."
"""Said beside the strength of the evidence, on screen and on paper."""

MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)

_SHORT = {
    "positif": "Positif",
    "mitige": "Mitigé",
    "negatif": "N’a pas marché",
    "non-evalue": "Non évalué",
    "qpv": "QPV",
}
_OUTCOME_NOUNS = {
    "positif": ("positif", "positifs"),
    "mitige": ("mitigé", "mitigés"),
    "negatif": ("échec", "échecs"),
    "non-evalue": ("non évalué", "non évalués"),
}
_IN_WORDS = {2: "deux", 3: "trois", 4: "quatre"}
_SHORT_ADDRESS = 46
_ARTICLE = re.compile(r"[LRD]?\d")
_ARTICLES = re.compile(r"[LRD]?\d[\d-]*(?:(?:,| et| à) [LRD]?\d[\d-]| et suivants)")
_FIRST_LETTER = re.compile(r"[*_«(\s]*(?!https?://)(\w)")


def evidence_texts(evidence: "Evidence") -> list[tuple[str, str]]:
    """Return what evaluations say, row by row of the EMMIE frame, each with its label; rows without a word not."""
    rows = (
        ("Effet", evidence.effect),
        ("Mécanisme", evidence.mechanism),
        ("Modérateurs", evidence.moderators),
        ("Mise en œuvre", evidence.implementation),
        ("Économie", evidence.economics),
    )
    return [(label, text) for label, text in rows if text]


def number(value: int) -> str:
    """Return a whole number with narrow spaces between thousands: « 10 000 »."""
    return f"{value:,}".replace(",", NARROW).replace("-", "−")


def amount(euros: "Decimal | int") -> str:
    """Return an amount of money: « 12 000 € », « 99,90 € »."""
    whole, cents = divmod(round(euros * 100), 100)
    return f"{number(whole)}{f',{cents:02}' if cents else ''}{NBSP}€"


def in_words(value: int) -> str:
    """Return a number of levers that are compared as a title has it: « trois »; any other in figures."""
    return _IN_WORDS.get(value) or number(value)


def listed(words: Sequence[str]) -> str:
    """Return words in a row: « un titre, un lieu et le résultat »."""
    return " et ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def file_size(size: int) -> str:
    """Return a number of bytes as people read it: « 640 ko », « 1,2 Mo »."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))}{NBSP}ko"
    return f"{size / 1_000_000:.1f}".replace(".", ",") + f"{NBSP}Mo"


def attached_kind(item: "AttachedItem") -> str:
    """Return « Photo » or « Document »."""
    return "Photo" if item.is_picture else "Document"


def attached_facts(item: "AttachedItem") -> str:
    """Return how large a file is, or that it is not there: « 1,2 Mo », « fichier absent »."""
    return file_size(item.size) if item.path else ABSENT


def attached_words(item: "AttachedItem", facts: str = "") -> str:
    """Return a photo or document as one line: « Photo : le hall repeint (hall.jpg, 1,2 Mo) ».

    ``facts``, when given, are told instead of its size.
    """
    facts = facts or attached_facts(item)
    caption = item.caption.removesuffix(".")
    said = f"{caption} ({item.name}, {facts})" if caption else f"{item.name} ({facts})"
    return f"{attached_kind(item)}{NBSP}: {said}"


def counted(value: int, singular: str, plural: str = "") -> str:
    """Return a number and its noun, which agree as French wants: 0 and 1 are singular.

    ``plural`` is given when it is not the singular and an s.
    """
    return f"{number(value)} {singular if abs(value) < 2 else plural or singular + 's'}"


def outcome_count(value: int, outcome: str) -> str:
    """Return how many examples ended so: « 2 positifs », « 1 échec »."""
    return counted(value, *_OUTCOME_NOUNS.get(outcome, (outcome, outcome)))


def period(start: int | None, end: int | None) -> str:
    """Return a period in years: « 2018–2023 », « depuis 2020 », « 2019 », or nothing when it is unknown."""
    if start is not None and end is not None:
        return str(start) if start == end else f"{start}–{end}"
    if start is not None:
        return f"depuis {start}"
    return f"jusqu’en {end}" if end is not None else ""


def dates(when: "Period") -> str:
    """Return a period with the months that are known: « mars 2018–juin 2019 », « depuis mai 2020 », « 2019 »."""
    start = dated(when.start, when.start_month)
    end = dated(when.end, when.end_month)
    if start and end:
        return start if start == end else f"{start}–{end}"
    if start:
        return f"depuis {start}"
    return f"jusqu’en {end}" if end else ""


def dated(year: int | None, month: int | None) -> str:
    """Return a year, with its month when it is known."""
    if year is None:
        return ""
    return f"{MONTHS[month - 1]}{NBSP}{year}" if month else str(year)


def full_date(day: "date") -> str:
    """Return « 1er mai 2026 »."""
    return f"{'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]} {day.year}"


def name_of_day(name: str, day: "date") -> str:
    """Return what a note is called that nobody named: « Note de comité du 26 novembre 2026 »."""
    return f"{name} du {full_date(day)}"


def moment(at: datetime, now: datetime | None = None) -> str:
    """Return a day and a time, local: « hier à 14 h 32 », « le 12 mars 2026 à 9 h 05 »."""
    at, now = at.astimezone(), (now or datetime.now(UTC)).astimezone()
    first = "1er" if at.day == 1 else str(at.day)
    date = f"le {first}{NBSP}{MONTHS[at.month - 1]}{NBSP}{at.year}"
    day = {0: "aujourd’hui", 1: "hier"}.get((now.date() - at.date()).days, date)
    return f"{day} à {clock(at)}"


def clock(at: datetime) -> str:
    """Return the local time of a moment: « 14 h 32 »."""
    at = at.astimezone()
    return f"{at.hour}{NBSP}h{NBSP}{at.minute:02}"


def place(commune: str, department: str = "", neighbourhood: str = "", region: str = "") -> str:
    """Return where an example took place: « Besançon (25), Planoise »; the region stands in for an unnamed commune."""
    town = commune or region
    if department and town and "(" not in town:
        town = f"{town} ({department})"
    return ", ".join(part for part in (town, neighbourhood) if part)


def place_and_period(where: str, start: int | None, end: int | None) -> str:
    """Return the second line of an example in a list: « Toulouse · 2015–2017 »."""
    return " · ".join(part for part in (where, period(start, end)) if part)


def short_label(entry: "Entry") -> str:
    """Return an outcome or a territory in few words (« Positif », « QPV »)."""
    return _SHORT.get(entry.slug, entry.short)


def sentence(text: str) -> str:
    """Return ``text`` with a capital first letter, for lines that the content begins without one."""
    first = _FIRST_LETTER.match(text)
    if first is None:
        return text
    place_of_letter = first.start(1)
    return text[:place_of_letter] + text[place_of_letter].upper() + text[place_of_letter + 1 :]


def uncapitalised(text: str) -> str:
    """Return ``text`` as inside a sentence: « Halls occupés » gives « halls occupés », « QPV » stays."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def full_stop(text: str) -> str:
    """Return ``text`` ending with a full stop, unless it already ends a sentence."""
    return text if text.endswith((".", "!", "?", "…", ":")) else f"{text}."


def legal_title(text: str, article: str) -> str:
    """Return a legal text in full: « Code de la sécurité intérieure, article L251-2 »."""
    return _legal(text, article, "article", "articles")


def legal_label(text: str, article: str) -> str:
    """Return a legal text in few words: « CSI L251-2 », « Code civil, art. 1719 »."""
    code = CODES.get(text)
    if code and _has_article(article):
        return f"{code} {article}"
    return _legal(text, article, "art.", "art.")


def all_of(parts: Iterable[str]) -> str:
    """Join the parts of a line that are not empty with a middle dot."""
    return " · ".join(part for part in parts if part)


def nature(*, measured: bool) -> str:
    """Return whether a result was measured or only stated."""
    return "mesuré" if measured else "déclaré"


def source_details(source: "NumberedSource") -> str:
    """Return publisher and year of a source, as far as they are known."""
    return ", ".join(str(part) for part in (source.publisher, source.year) if part)


def short_address(url: str) -> str:
    """Return an address as it is read: without its scheme, and only the site when it is long."""
    bare = url.strip().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    return bare if len(bare) <= _SHORT_ADDRESS else bare.partition("/")[0]


def _has_article(article: str) -> bool:
    return article not in ("", "-")


def _legal(text: str, article: str, singular: str, plural: str) -> str:
    if not _has_article(article):
        return text
    if not _ARTICLE.match(article):
        return f"{text}, {article}"
    word = plural if _ARTICLES.match(article) else singular
    return f"{text}, {word}{NBSP}{article}"  # a line never ends with « art. »
