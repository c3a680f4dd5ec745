"""Finds what is written in figures and signs, for the privacy guard: telephones, e-mails, plates, numbers of people.

Texts come folded (``catalogue.privacy``). No pattern may start at every place of a long run of the same characters,
nor go on for more than a hundred: a pasted text can hold a million of them.
"""

import re
from collections.abc import Iterator

from levers_app.catalogue.privacy_reading import Span, compiled
from levers_app.catalogue.privacy_words import PLATE_SIGLES, PLATE_WORDS

# « 06 12 », « 06.12 », « 06 - 12 », « 06/12 » and figures on two lines.
_SEP = r"(?:\s?[.\-/·•]\s?|\s{1,2})"
_CODES = (
    r"(?:508|59\d|68\d|21[2-8]|2[2-6]\d|29\d|35\d|37\d|38\d|42\d|50\d|67\d|85\d|88\d|96\d|97\d|99\d"
    r"|20|27|3[0-24-69]|4[013-9]|5[1-8]|6[0-6]|8[1-6]|9[0-58]|1|7)"
)
# What may come before is looked at behind the first sign: signs are found fast, and few of them begin a number.
_PHONES = (
    rf"[0O(](?<![\w+].)(?<!\d[.,].)(?:(?<=\()0\)\s?|(?<!\())[1-79](?:{_SEP}?\d){{8}}(?!\d)",
    rf"[+0](?<![\w+].)(?:(?<=\+)|(?<=0)0)\s?33{_SEP}?(?:\(\s?0\s?\)\s?|0)?[1-79](?:{_SEP}?\d){{8}}(?!\d)",
    rf"[+0](?<![\w+].)(?:(?<=\+)|(?<=0)0)\s?{_CODES}{_SEP}?(?:\(\s?0\s?\)\s?)?\d(?:{_SEP}?\d){{5,10}}(?!\d)",
    rf"33(?<![\w+]33)\s?[67](?:{_SEP}?\d){{8}}(?!\d)",
    r"[67](?<![\w+].)(?<!\d\s.)([ .])\d\d(?:\1\d\d){3}(?!\d)(?!\1\d\d\b)",
)
_FIGURE = (
    r"(?:z[ée]ro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente"
    r"|quarante|cinquante|soixante|cent)"
)
_SPOKEN = rf"[Zz][ée]ro(?:[ ,-]{{1,2}}(?:et\s)?{_FIGURE}(?!\w)){{4,20}}"
_ODD_PHONES = (
    r"\(0[1-79]\)\s?\d\d(?:[ .-]?\d\d){3}(?!\d)",
    r"0(?<![\w+.,:/-]0)(?<!\d\s0)[1-79]([,:])\d\d(?:\1\d\d){3}(?![\w,:])",
    r"0(?<![\w+.,:/-]0)(?<!\d\s0) [67](?: \d){8}(?! ?\d)",
)
"""« (06)12345678 », « 06,12,34,56,78 » but no « 06, 13, 83 » of departments, and figures one by one."""
_HALF_SPOKEN = rf"0(?<![\w+.,:/-]0)[1-79](?:[ ,.-]{{1,2}}(?:et\s)?(?:\d\d|{_FIGURE})(?!\w)){{4,9}}"
_YEAR = re.compile(r"(?:19|20)\d\d")


def find_phones(text: str) -> Iterator[Span]:
    """Yield French numbers of ten figures in every writing, foreign and overseas ones after « + » or « 00 ».

    « Zéro six douze… » and « 06 douze 34… » are too. Those of services are nobody’s: 17, 3919, 0800…
    """
    for pattern in _PHONES:
        for match in compiled(pattern).finditer(text):
            if _is_phone(text, match):
                yield match.span()
    for pattern in (*_ODD_PHONES, _SPOKEN):
        yield from (match.span() for match in compiled(pattern).finditer(text))
    for match in compiled(_HALF_SPOKEN).finditer(text):
        if re.search(r"[^\W\d_]", match[0]):
            yield match.span()


def _is_phone(text: str, match: re.Match[str]) -> bool:
    groups = re.findall(r"\d+", match[0])
    if match[0].startswith(("+", "00")):
        national = "".join(groups[1:])
        thousands = len(groups) > 1 and all(len(group) == 3 for group in groups[1:]) and len(national) <= 6
        return not thousands
    if match[0][0] in "0O" and any(len(group) < 2 for group in groups[match[0][0] == "O" :]):
        return False
    if any(_YEAR.fullmatch(group) for group in groups[1:]):
        return False
    return not _goes_on(text, match)


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Tell whether this is the beginning of two dates: « 01/02/20 - 03/04/20 »."""
    signs = {sign.strip() for sign in re.findall(r"\D+", match[0])}
    after = text[match.end() : match.end() + 2]
    return len(signs) > 1 and after[:1] in signs and after[1:].isdigit()


_AT = r"(?:@\s?|%40|\s@\s|\s?[\[({<]\s?(?:at|arr?obase|arobas|a|@)\s?[\])}>]\s?|\s(?:at|arr?obase|arobas)\s)"
_DOT = r"(?:\.|\s?[\[({<]\s?(?:dot|point|\.)\s?[\])}>]\s?|\s(?:point|dot)\s)"
_EMAIL = rf"(?i:(?<![\w.+%-])[\w.+%'-]{{1,64}}{_AT}(?:[\w-]{{1,63}}{_DOT}){{1,4}}[^\W\d_]{{2,18}}(?![\w@]))"
_MAILERS = (
    r"(?:orange|wanadoo|free|sfr|neuf|bbox|laposte|gmail|hotmail|outlook|live|msn|yahoo|ymail|icloud|aol|proton(?:mail)?)"
    r"\.(?:fr|com|net|me|org)\b"
)
_NO_ONE = (
    r"(?!(?:en|une?|[lms]es|[mst]on|leur|votre|d[eu]s?|par|sur|via|avec|et|ou"
    r"|type|comptes?|adresses?|e?-?mails?|courriels?|bo[îi]tes?)\s)"
)
_EASY_DOMAIN = r"[\w-]{1,63}\s?(?:\s\.|\spoint|\sdot)\s(?:fr|com|net|org|eu)\b"
_APART = rf"(?i:(?<![\w.+%'-]){_NO_ONE}[\w.+%-]{{2,64}}(?:\s@{_MAILERS}|\s?@\s?{_EASY_DOMAIN}))"
_SAID_AT = rf"(?i:(?<![\w.+%'-])[\w.+%-]{{2,64}}\schez\s{_EASY_DOMAIN})"
"""« jdupont @orange.fr » (but « le compte @ville.fr »), « jdupont @ orange . fr », « jdupont chez orange point fr »."""


def find_emails(text: str) -> Iterator[Span]:
    """Yield e-mail addresses, those written « nom [at] domaine.fr » or « nom arobase domaine point fr » too."""
    if "@" in text:
        yield from (match.span() for match in compiled(_APART).finditer(text))
    if "chez " in text:
        yield from (match.span() for match in compiled(_SAID_AT).finditer(text))
    if "@" not in text and not re.search(r"(?i)%40|\bat\b|\barr?obas|[\[({<]\s?a\s?[\])}>]", text):
        return
    for match in compiled(_EMAIL).finditer(text):
        yield match.start() + len(match[0]) - len(match[0].lstrip("'.-")), match.end()


_LETTERS = "[A-HJ-NP-TV-Z]"
_DEPARTMENT = r"(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6])"
_HYPHEN = r"\s?[-.]\s?"
_PLATES = (
    rf"(?<![\w-])(?i:{_LETTERS}{{2}}{_HYPHEN}\d{{3}}{_HYPHEN}{_LETTERS}{{2}})(?!\w)",
    rf"(?<![\w-])(?P<before>{_LETTERS}{{2}})\s?\d{{3}}\s?(?P<after>{_LETTERS}{{2}})(?![\w'])",
    rf"(?<![\w-]){_LETTERS}{{2}}(?:{_HYPHEN}\d{{3}}\s?|\s?\d{{3}}{_HYPHEN}){_LETTERS}{{2}}(?!\w)",
    rf"(?<![\w-])W{_HYPHEN}\d{{3}}{_HYPHEN}{_LETTERS}{{2}}(?!\w)",
    rf"(?<![\w.,-])\d{{2,4}}(?:{_HYPHEN}|\s?)(?P<middle>{_LETTERS}{{2,3}})(?:{_HYPHEN}|\s?){_DEPARTMENT}(?![\w']|[.,]\d)",
    rf"(?<![\w.,-])(?i:\d{{3,4}}-{_LETTERS}{{2,3}}-{_DEPARTMENT})(?![\w']|[.,]\d)",
    r"(?i:\b(?:plaques?|immatricul\w{1,8}|minéralogiques?)\b[^\w\n]{1,4}(?P<told>[a-z]{2}\s?\d{3}\s?[a-z]{2}))(?!\w)",
)


_SLASHED_PLATE = rf"/\d{{3}}(?<=(?i:{_LETTERS}{{2}})/\d{{3}})(?<![\w/-]../\d{{3}})/(?i:{_LETTERS}{{2}})(?![\w/])"
# A figure first: small letters begin everywhere.
_SMALL_PLATE = (
    r"\d{3}(?:(?<=[a-hj-np-tv-z]{2}\s\d{3})(?<![\w-].{2}\s\d{3})|(?<=[a-hj-np-tv-z]{2}\d{3})(?<![\w-].{2}\d{3}))\s?"
    r"[a-hj-np-tv-z]{2}(?![\w'])"
)


def find_plates(text: str) -> Iterator[Span]:
    """Yield number plates: AB-123-CD, 1234 AB 75, ab 123 cd."""
    for match in compiled(_SMALL_PLATE).finditer(text):
        start = match.start() - 2 - text[match.start() - 1].isspace()
        if PLATE_WORDS.isdisjoint({text[start : start + 2].upper(), match[0][-2:].upper()}):
            yield start, match.end()
    yield from ((match.start() - 2, match.end()) for match in compiled(_SLASHED_PLATE).finditer(text))
    for pattern in _PLATES:
        for match in compiled(pattern).finditer(text):
            groups = match.groupdict()
            if groups.get("told"):
                yield match.span("told")
            elif not (_among_words(groups) or groups.get("middle") in PLATE_SIGLES):
                yield match.span()


def _among_words(groups: dict[str, str]) -> bool:
    """Tell whether this is « PLUS DE 300 HA »."""
    return {groups.get("before"), groups.get("after")} <= PLATE_WORDS


# Sex, year, month, department, commune, order and key; the month is of another kind when it is not known.
_GAP = r"(?:\s?[.\-/]\s?|\s{1,2})?"
_SOCIAL_SECURITY = (
    rf"(?<![\w])(?P<number>[1-478]{_GAP}\d\d{_GAP}(?P<month>\d\d){_GAP}(?:\d\d|2[ABab]){_GAP}\d{{3}}{_GAP}\d{{3}})"
    rf"(?:\s?(?:clé|clef|key)?(?:[\s:.\-/]{{0,3}}(?P<key>\d\d)|\s?\((?P<closed>\d\d)\)))?(?!\d)(?![^\W\d_])"
)


def find_social_security_numbers(text: str) -> Iterator[Span]:
    """Yield numbers of the French register of people (NIR), with their key or without.

    A right key makes any month possible; without, the month must be one.
    """
    for match in compiled(_SOCIAL_SECURITY).finditer(text):
        if 1 <= int(match["month"]) <= 12 or _right_key(match["number"], match["key"] or match["closed"]):
            yield match.span()


def _right_key(number: str, key: str | None) -> bool:
    plain = re.sub(r"\W", "", number).upper()
    value = int(plain.replace("2A", "19", 1) if plain[5:7] == "2A" else plain.replace("2B", "18", 1))
    return key is not None and 97 - value % 97 == int(key)


# Characters of an account number after its two letters and two figures, in the countries of most accounts seen here.
_LENGTHS = {
    12: "BE",
    14: "NL",
    16: "AT LT LU",
    17: "CH",
    18: "DE GB IE",
    20: "ES RO TN",
    21: "PT",
    22: "TR",
    23: "FR IT MC",
    24: "CI MA ML PL SN",
}
_COUNTRY = r"(?<!\w)[A-Za-z]{2}(?=\d\d)"
_IBAN = tuple(
    rf"(?i:{land}\d\d(?:[ .-]?[0-9A-Z]){{{size}}})(?!\w)" for size, lands in _LENGTHS.items() for land in lands.split()
)


def find_ibans(text: str) -> Iterator[Span]:
    """Yield international account numbers: French ones by their form, others when their check figures are right."""
    for country in compiled(_COUNTRY).finditer(text):
        for match in filter(None, (compiled(pattern).match(text, country.start()) for pattern in _IBAN)):
            if match[0][:2].upper() == "FR" or _right_check(match[0]):
                yield match.span()


def _right_check(iban: str) -> bool:
    plain = re.sub(r"[ .-]", "", iban).upper()
    if not plain.isascii():  # the Kelvin sign is a K to a pattern that ignores case
        return False
    return int("".join(str(int(character, 36)) for character in plain[4:] + plain[:4])) % 97 == 1


_FILE_WORDS = (
    r"locataire|allocataire|alloc\.?|usager|client|demandeur|bail|dossier|matricule|[ée]crou|p\.?v\b\.?|plainte|parquet"
    r"|proc[èe]s-verbal|proc[ée]dure|main\scourante|titre\sde\ss[ée]jour|r[ée]c[ée]piss[ée]|passeport|cni|caf|agdref"
    r"|carte\sd'identit[ée]|permis(?:\sde\sconduire)?|contrat\sde\slocation|demande\sde\slogement|num[ée]ro\sunique|nur"
)
_YEARS = r"(?:\d\d?[./-]){0,2}(?:19|20)\d\d(?:[/-](?:19|20)?\d\d)?(?!\d|[./-]\d)|\d\d?([./-])\d\d?\1\d\d(?!\d)"
_FILE_NUMBER = r"\d(?<![\w.,]\d)(?:(?:[/.-]?\d){5,19}|\d[A-Z]{2}\d{5})(?!\w)"
_LED_TO_FILE = (
    rf"(?i)(?<!\w)(?:(?:n°|num(?:[ée]ro|\.)?)\s?(?:de\s|d')?)?(?:{_FILE_WORDS})(?:\s(?:caf|locataire|police|unique))?"
    r"\s?(?:n°|num(?:[ée]ro|\.)?|est\sle|#)?\s?:?\s?(?:[a-z]{1,3}[/ -]?)?$"
)


def find_files(text: str) -> Iterator[Span]:
    """Yield what a household or a case is filed under: « n° de locataire 00123456 », « PV n° 2023/001234 »."""
    for match in compiled(_FILE_NUMBER).finditer(text):
        start = max(match.start() - 60, 0)
        told = compiled(_LED_TO_FILE).search(text[start : match.start()])
        if told and not compiled(_YEARS).match(match[0]):
            yield start + told.start(), match.end()
