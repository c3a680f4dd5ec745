"""Finds exact addresses, for the privacy guard: a number in a street, a dwelling in a building.

Texts come folded (``catalogue.privacy``). A street, a square or a district by itself is no exact address.
"""

import re
from collections.abc import Iterator

from levers_app.catalogue.privacy_names import first_names
from levers_app.catalogue.privacy_reading import Span, compiled, lowered
from levers_app.catalogue.privacy_words import NO_STREET_NAMES

_UPPER = "A-ZÀ-ÖØ-ÞŒŸ"
_WAYS = (
    r"grande?[ -]rue|ruelle|rue|avenue|boulevard|place|all[ée]e|chemin|impasse|quai|square|route|sentier|sente|venelle"
    r"|esplanade|rond-point|chauss[ée]e|mont[ée]e|traverse|faubourg|placette|passage|promenade"
)
_CAREFUL_WAYS = (
    r"all[ée]es|cours|mail|voie|parc|clos|domaine|tour|cour|pont|c[ôo]te|parvis|port|galerie|villa|cit[ée]|r[ée]sidence"
    r"|hameau|lotissement|lieu[ -]dit|terrasse|aven?\.?|ave?\.?|bou?le?v?d?\.|bo?u?l?v?d\.?|pl\.?|all\.?|ch(?:em?)?\.?"
    r"|imp\.?|sq\.?|pass\.?|rte\.?|r[ée]s\.?|fb?g\.?|crs\.?|r\.?|qu?\.|lot\."
)
"""Ordinary words, and abbreviations: they need a name with a capital behind them (« 2 cours de français »)."""

_SHORT_WAYS = frozenset({"av", "ave", "bd", "bld", "blvd", "imp", "rte"})
_SHORTER_WAYS = frozenset({"pl", "r", "sq", "all", "ch", "che", "chem"})
"""Abbreviations that a name in small letters may follow, behind a number: « 12 av jean jaures », « 3 r des lilas »."""

_NUMBER = r"\d{1,4}(?:\s?(?i:bis|ter|quater|quinquies)\b|[\s-]?[A-H]\b|[a-h]\b)?"
_NUMBERS = rf"{_NUMBER}(?:\s?(?:[-/,]|à|et|ou)\s?{_NUMBER}){{0,3}}"
_PARTICLES = r"(?i:de\sla|de\sl'|de|du|des|d'|la|le|les|l'|aux?)"
_WORD = r"[^\W_][\w'-]{0,40}\.?"
_MONTHS = r"(?i:janvier|février|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)"
_NAME = (
    rf"(?P<particles>(?:{_PARTICLES}(?<=')|{_PARTICLES}\s){{0,2}})(?P<first>{_WORD})"
    rf"(?:\s{_MONTHS}(?:\s\d{{4}})?"
    rf"|(?:\s(?:{_PARTICLES}(?:(?<=')|\s)|(?i:et|sur|en|sous)\s){{0,2}}[{_UPPER}][\w'-]{{0,40}}){{0,6}})"
)
_TOWN = (
    rf"(?:0[1-9]|[1-8]\d|9[0-8])\s?\d{{3}}\s{{1,2}}[{_UPPER}][\w'-]{{0,40}}"
    rf"(?:\s(?:(?:sur|en|sous|lès|le|la|les|de|d')\s?)?[{_UPPER}][\w'-]{{0,40}}){{0,4}}"
    r"(?:(?:(?<=[Cc]edex)|(?<=CEDEX))\s\d{1,2})?"
)
_STREET = rf"(?:(?P<way>(?i:{_WAYS}))|(?P<careful>(?i:{_CAREFUL_WAYS})))(?<=[\w.])(?:\s{{1,2}}|(?<=\.)){_NAME}"
_BEHIND = (
    rf"(?:\s?,?\s(?i:au\s)?(?i:n°|num[ée]ro|num\.)\s?{_NUMBER}"
    r"|\s?,?\sau\s\d{1,3}(?:\s?(?:bis|ter))?(?=\s?(?:[,;)»\n]|\.(?!\d)|$)))"
)
_STUCK = r"(?<=\d)(?=(?i:rue|bd|blvd|av|avenue|boulevard|place|impasse|all[ée]e)[\s.])"
_NUMBERED = (
    rf"(?<![\w./+])(?P<number>(?:(?i:n°|num[ée]ros?)\s?)?{_NUMBERS})(?P<comma>\s?,?)(?:\s{{1,2}}|(?<=,)|{_STUCK})"
    rf"(?P<of>(?i:de\sla\s|de\sl'|du\s|des\s|de\s)?){_STREET}(?:\s?[,-]?\s{{1,3}}(?:-\s)?{_TOWN})?"
)
_UNNUMBERED = rf"(?<!\w){_STREET}(?:{_BEHIND}|\s?[,-]?\s{{1,3}}(?:-\s)?{_TOWN})"
_FULL_WAYS = (
    *("rue", "avenue ", "av ", "av. ", "boulevard ", "bd ", "bd. ", "bld ", "bld. ", "impasse ", "allée ", "allee "),
    *("quai ", "place ", "chemin ", "square ", "route ", "passage ", "faubourg ", "montée ", "promenade "),
)
"""Most texts hold none of them: looking for them is quicker than for a number in words."""
_LAST = (
    r"(?<!\w)(?i:rue|avenue|av\.?|boulevard|bd\.?|bld\.?|impasse|all[ée]e|quai)\s"
    rf"(?:{_PARTICLES}(?:(?<=')|\s)){{0,2}}[{_UPPER}][\w'-]{{1,40}}(?:\s[{_UPPER}][\w'-]{{1,40}}){{0,3}}"
    r"\s\d{1,3}(?:\s?(?:bis|ter))?(?=\s?(?:[,;)»\n]|\.(?!\d)|$))"
)
"""« bd Gambetta 45 », but « rue Gambetta 45 logements »."""
_MAIN_STREET = rf"(?<![\w./+-])(?P<number>{_NUMBERS})\s?,?\s{{1,2}}(?P<first>[Gg])(?i:rand(?:e?[ -]|')rue)(?!\w)"
_SAID = (
    r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante"
    r"|cinquante|soixante|cent)"
)
_SAID_NUMBER = rf"(?<!\w)(?<!les\s)(?<!à\s)(?i:{_SAID}(?:[ -](?:et[ -])?(?:une?|{_SAID})){{0,4}}(?:\s(?:bis|ter))?)"
_SAID_NUMBERED = (
    rf"{_SAID_NUMBER},?\s(?i:{_WAYS})\s(?:{_PARTICLES}(?:(?<=')|\s)){{0,2}}[{_UPPER}][\w'-]{{1,40}}"
    rf"(?:\s[{_UPPER}][\w'-]{{1,40}}){{0,4}}"
)
"""« douze rue Pasteur », but « tous les deux rue Pasteur »."""
_NO_NUMBER_BEFORE = re.compile(
    r"(?i)(?:\b\d{1,2}\s?h|\b(?:zone|ligne|bus|lot|phase|articles?|tranche|chapitre|pages?|tome|loi|rd|rn|tram|étape))\s?$"
)
_YEAR_BEFORE = re.compile(
    r"(?i)\b(?:en|depuis|de|fin|début|années?|à|mi|dès|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre"
    r"|novembre|décembre|printemps|été|automne|hiver|jusqu'en|avant|après|vers)[\s-]$"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def find_addresses(text: str) -> Iterator[Span]:
    """Yield exact addresses; spans may overlap."""
    yield from _streets(text)
    yield from _dwellings(text)


def _streets(text: str) -> Iterator[Span]:
    """« 14 bis, rue des Lilas », « n° 14 de la rue des Lilas », « rue des Lilas, n° 14 », « …, 93200 Saint-Denis »."""
    for match in compiled(_NUMBERED).finditer(text):
        if _has_street_name(match, match["number"]) and _is_number(text, match, match["number"]):
            yield match.start(), match.start() + len(match[0].rstrip(" .,'-"))
    for match in compiled(_UNNUMBERED).finditer(text):
        if _has_street_name(match):
            yield match.span()
    small = lowered(text)
    if any(way in small for way in _FULL_WAYS):
        yield from _other_streets(text)


def _other_streets(text: str) -> Iterator[Span]:
    """« bd Gambetta 45 », « 12 Grande Rue », « douze rue Pasteur »."""
    for match in compiled(_MAIN_STREET).finditer(text):
        counted = (match["first"] == "g" and match["number"] == "1") or _YEAR.fullmatch(match["number"])
        if not counted and not _NO_NUMBER_BEFORE.search(text[max(match.start() - 16, 0) : match.start()]):
            yield match.span()
    for pattern in (_LAST, _SAID_NUMBERED):
        yield from (match.span() for match in compiled(pattern).finditer(text))


def _has_street_name(match: re.Match[str], number: str = "") -> bool:
    """Tell whether what follows « rue » names it: any word but « et », with a capital for « cours » and the like."""
    first = match["first"]
    if first.lower().strip(".") in NO_STREET_NAMES:
        return False
    if not first[0].islower():
        return True
    if match["way"]:
        return number != "1"
    short = match["careful"].lower().rstrip(".") if number else ""
    named = bool(match["particles"]) or first in first_names()
    return short in _SHORT_WAYS or (short in _SHORTER_WAYS and named)


def _is_number(text: str, match: re.Match[str], number: str) -> bool:
    before = text[max(match.start() - 16, 0) : match.start()]
    if match["of"]:
        return bool(re.match(r"(?i)n", number) or re.search(r"(?i)\b(?:aux?|l[ea]s?|d[ue]s?|n°)\s$", before))
    if _NO_NUMBER_BEFORE.search(before) or re.search(r"\d\s$", before):
        return False
    return not _YEAR.fullmatch(number) or not (match["comma"].strip() or _YEAR_BEFORE.search(before))


_BUILDING = (
    r"(?i:b[âa]t(?:iment|\.)?|bt\.?|immeuble|imm\.|esc(?:alier|\.)?|hall|tour|cage(?:\sd'escalier)?|entr[ée]e|mont[ée]e|barre|bloc)"
    r"\s?(?:n°\s?)?(?:[A-Z]{1,2}\d{0,4}|\d{1,4}[A-Za-z]?)(?![\w'])"
)
_LEVEL = (
    r"(?i:\d{1,2}\s?(?:er|[èe]me|nde?|e)\s[ée]t(?:age|\.)|[ée]tage\s?(?:n°\s?)?\d{1,2}(?!\w)"
    r"|(?:premier|deuxi[èe]me|second|troisi[èe]me|quatri[èe]me|cinqui[èe]me|sixi[èe]me|septi[èe]me|huiti[èe]me|dernier)\s[ée]tage)"
)
_GROUND = r"(?i:rez-de-chauss[ée]e|r\.?d\.?c\b\.?)"
_DOOR = (
    r"(?i:logement|log\.|porte|pte\.?|studio|chambre|bo[îi]te(?:\saux\slettres)?|bal|cave|box|parking|garage)"
    r"\s?(?i:n°\s?|num[ée]ro\s)?(?:[A-Z]?\d{1,5}[A-Za-z]?|[A-Z])(?![\w'])|(?i:porte\s(?:de\s)?(?:gauche|droite))"
)
_FLAT = (
    r"(?i:(?:appartements?|appart\.?|appt?s?\.?|apts?\.?|app\.|lo?gts?\.?)\s?(?:n°\s?|num[ée]ro\s)?(?:[a-z]{0,2}\d{1,5}[a-z]?)(?!\w)"
    r"|(?:logement|porte|studio|bo[îi]te\saux\slettres)\s(?:n°\s?|num[ée]ro\s)[a-z]?\d{1,5}[a-z]?(?!\w))"
    r"|(?i:appartement|appt?\.?|apt\.?)\s?(?:n°\s?)?[A-Z]\d{0,4}(?![\w'])"
    r"|(?i:logement)\s(?!(?:19|20)\d\d(?!\d))\d{3,5}[A-Za-z]?(?!\w|[.,]\d|\s?(?:%|.?€|m²|euros|million|pi[èe]ces|places))"
)
_SIDE = (
    rf"(?:(?:{_LEVEL}|{_GROUND})\s?,?|(?<!la\s)(?<!les\s)\d{{1,2}}\s?(?i:er|[èe]me|nde?|e))"
    r"\s(?i:(?:porte\s)?(?:à\s|de\s)?(?:gauche|droite|face))(?!\w)"
)
_BETWEEN = r"(?:\s?[,;/-]?\s{0,2}|\s?,?\s(?:du|de la|de l'|au|à|et|dans le)\s?)"
_PART = rf"(?:{_SIDE}|{_FLAT}|{_BUILDING}|{_LEVEL}|{_GROUND}|{_DOOR})"
_DWELLING = rf"(?<![\w-]){_PART}(?:{_BETWEEN}(?<![^\W_]){_PART}){{0,5}}"
_DWELLING_PARTS = (
    rf"(?P<exact>{_SIDE}|{_FLAT})|(?P<building>{_BUILDING})|(?P<level>{_LEVEL})|(?P<ground>{_GROUND})|(?P<door>{_DOOR})"
)


def _dwellings(text: str) -> Iterator[Span]:
    """« bât. B, 3e étage, porte 12 », « appartement 12 »; a floor or a hall alone is none."""
    for match in compiled(_DWELLING).finditer(text):
        parts = compiled(_DWELLING_PARTS).finditer(text, match.start(), match.end() + 12)
        kinds = {part.lastgroup for part in parts if part.end() <= match.end()}
        if "exact" in kinds or ("door" in kinds and len(kinds) > 1) or {"building", "level"} <= kinds:
            yield match.span()
