"""Costs that are typed as an amount in euros, and nothing else: only those can be added up."""

import re
from decimal import Decimal

from levers_app.catalogue.typography import NARROW, NBSP

_SPACE = f"[ {NBSP}{NARROW}]"
_AMOUNT = re.compile(
    rf"(\d{{1,9}}|\d{{1,3}}(?:{_SPACE}\d{{3}}){{1,2}})(?:,(\d{{1,2}}))?{_SPACE}?(k€|M€|€|euros?)", re.IGNORECASE
)
_TIMES = {"k€": 1_000, "m€": 1_000_000}


def euros(text: str) -> Decimal | None:
    """Return the amount that the whole of ``text`` is: « 12 000 € », « 12,5 k€ », « 300 euros »; else nothing.

    « 2 000 € par an » and « environ 500 € » are no amounts: adding them to others would say something false.
    """
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        return None
    whole, part, unit = found.groups()
    return Decimal(f"{''.join(whole.split())}.{part or 0}") * _TIMES.get(unit.lower(), 1)
