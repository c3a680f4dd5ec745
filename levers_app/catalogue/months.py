"""Dates as people of the field know them: a year, or a month of a year."""

import calendar
import re
import unicodedata

_MONTHS = (
    *("janvier", "fevrier", "mars", "avril", "mai", "juin"),
    *("juillet", "aout", "septembre", "octobre", "novembre", "decembre"),
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_NUMBERS = re.compile(r"(?P<month>\d{1,2})\s*[/.\-]\s*(?P<year>\d{4})|(?P<iso_year>\d{4})-(?P<iso_month>\d{1,2})")
_WORDS = re.compile(r"(?:(?P<word>[a-z]{3,9})\.?\s+)?(?P<year>\d{4})")
_DAY = re.compile(r"^(?:le\s+)?(?P<day>\d{1,2})(?:\s*[/.\-]\s*(?=\d{1,2}\s*[/.\-]\s*\d{4}$)|(?:er)?\s+(?=[a-z]))")
FORMS = "une année (2021) ou un mois (03/2021, mars 2021)"


class UnreadableMonthError(ValueError):
    """Some text names neither a year nor a month of a year; the message is a French phrase."""


def read_month(text: str) -> tuple[int | None, int | None]:
    """Return the year and the month, from 1 to 12, that ``text`` names; None for what it does not say.

    Raises:
        UnreadableMonthError: it says something else.
    """
    folded = _folded(text)
    if not folded:
        return None, None
    day, rest = _day(folded)
    year, month = _parts(rest)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise UnreadableMonthError(f"l’année va de {_FIRST_YEAR} à {_LAST_YEAR}")
    if month is not None and not 1 <= month <= 12:
        raise UnreadableMonthError("le mois va de 1 à 12")
    if day is not None and month is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise UnreadableMonthError(f"le {day:02}/{month:02}/{year} n’existe pas\u202f; écrivez {FORMS}")
    return year, month


def written(year: int | None, month: int | None) -> str:
    """Return a date as a form shows it: « 03/2021 », « 2021 », or nothing."""
    if year is None:
        return ""
    return f"{month:02}/{year}" if month else str(year)


def _day(folded: str) -> tuple[int | None, str]:
    """Return the day of a full date and the rest: « 15/03/2024 » and « le 15 mars 2024 » are a month."""
    found = _DAY.match(folded)
    if found is None:
        return None, folded
    return int(found["day"]), folded[found.end() :]


def _parts(folded: str) -> tuple[int, int | None]:
    if found := _NUMBERS.fullmatch(folded):
        return int(found["year"] or found["iso_year"]), int(found["month"] or found["iso_month"])
    found = _WORDS.fullmatch(folded)
    word = found["word"] if found else None
    months = [n for n, name in enumerate(_MONTHS, start=1) if word and name.startswith(word)]
    if found is None or (word and len(months) != 1):  # « jui » begins two of them
        raise UnreadableMonthError(f"écrivez {FORMS}")
    return int(found["year"]), months[0] if months else None


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())
