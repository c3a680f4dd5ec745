"""Finds dates of birth, for the privacy guard: « née le 12/03/1998 », « DDN : 12.03.98 », « né en mars 2004 ».

Texts come folded (``catalogue.privacy``). A year alone tells an age, not a person; a district or an association is born
too, but seldom « le 12/03/1998 ».
"""

from collections.abc import Iterator

from levers_app.catalogue.privacy_reading import Span, compiled, lowered, tells_of_a_thing

_YEAR = r"(?:19|20)\d\d"
_MONTH = (
    r"(?:janv(?:ier)?\.?|f[ée]v(?:rier|r)?\.?|mars|avr(?:il)?\.?|mai|juin|juil(?:let)?\.?|ao[ûu]t|sept(?:embre)?\.?"
    r"|oct(?:obre)?\.?|nov(?:embre)?\.?|d[ée]c(?:embre)?\.?)"
)
_FIGURES = rf"(?:\d{{1,2}}\s?[./ -]\s?\d{{1,2}}\s?[./ -]\s?(?:{_YEAR}|\d\d)|{_YEAR}-\d\d-\d\d)(?!\d)"
_DAY = rf"\d{{1,2}}(?:er)?[\s-]{_MONTH}(?!\w)(?:[\s-](?:{_YEAR}|\d\d)(?!\d))?"
_MONTH_OF = rf"(?:{_MONTH}\s(?:{_YEAR}|\d\d)|(?:0?[1-9]|1[0-2])/{_YEAR})(?!\d)"
_BORN = (
    r"n(?<!\wn)[ée]{1,2}(?:\(e\)|[.·-]e)?s?(?:\s[àa]\s[^\W\d]['\w -]{1,40}?)?,?"
    rf"(?:\s?:|\s(?:l[ea]s?|en|un|ce|au|vers|courant|fin|début|mi))?[\s-](?:(?P<figures>{_FIGURES})|{_DAY}|{_MONTH_OF})"
)
_NOTED = (
    r"(?<!\w)(?P<noted>d\.?d\.?n\b\.?|dob\b|(?:date|jour)\s(?:de\s)?na[îi]ss(?:ance|\.)?|naissance)\s?(?:[:=,(-]|est)?\s?"
    rf"(?:l[ea]\s|du\s|au\s|en\s)?(?:{_FIGURES}|{_DAY}|{_MONTH_OF}|(?P<year>{_YEAR}(?!\d|[/-]\d)))"
)


def find_births(text: str) -> Iterator[Span]:
    """Yield dates of birth with a month at least, and what follows « date de naissance »."""
    small = lowered(text)
    for match in compiled(_BORN).finditer(small):
        if match["figures"] or not tells_of_a_thing(text, match.start()):
            yield match.span()
    if any(word in small for word in ("naiss", "ddn", "d.d.n", "dob")):
        for match in compiled(_NOTED).finditer(small):
            if match["noted"] != "naissance" or not (match["year"] or tells_of_a_thing(text, match.start())):
                yield match.span()
