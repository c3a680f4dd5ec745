"""What can carry a lever and what can pay for it, each told once: some agreements are money too."""

from collections.abc import Mapping, Sequence

from levers_app.insight.carrying import Carried, Means

_BOTH, _CARRY, _PAY = "Peut le porter et le payer", "Peut le porter", "Peut le payer"


def ways(lever: Carried) -> Mapping[str, Sequence[Means]]:
    """Return what can carry a lever and pay for it, what carries it, and what pays: none stands in two of them.

    Of an agreement that is money too, what the sheet says of the money is told.
    """
    both = [money for money in lever.money if any(_is_the_same(each, money) for each in lever.agreements)]
    carry = [each for each in lever.agreements if not any(_is_the_same(each, money) for money in both)]
    pay = [money for money in lever.money if money not in both]
    return {title: found for title, found in ((_BOTH, both), (_CARRY, carry), (_PAY, pay)) if found}


def _is_the_same(agreement: Means, money: Means) -> bool:
    """Tell whether ``money`` is that of an agreement, as open here as it; a lever that is the agreement has others."""
    same = set(agreement.frames) <= set(money.frames) and agreement.access == money.access
    return same and agreement.line.kind == "agreement"
