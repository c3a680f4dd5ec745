"""Costs that can be added up, and those that cannot."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levers_app.catalogue.costs import euros
from levers_app.catalogue.typography import french


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12 000 €", "12000"),
        ("12\u202f000\u00a0€", "12000"),
        ("12000€", "12000"),
        (" 1 250 000 euros\n", "1250000"),
        ("1 euro", "1"),
        ("99,90 €", "99.9"),
        ("12,5 k€", "12500"),
        ("1,2 M€", "1200000"),
        ("0 €", "0"),
    ],
)
def test_an_amount_in_euros_is_one(text, amount):
    assert euros(text) == Decimal(amount)


@pytest.mark.parametrize(
    "text",
    [
        *("", "€", "12 000", "2 000 € par an", "environ 500 €", "de 500 à 800 €", "500 € + 300 €", "12.000 €", "3 ETP"),
        *("1 2000 €", "12 00 €", "-5 €", "1,234 €", "1000000000000 €", "500 € HT", "500 €\n300 €", "£500"),
    ],
)
def test_anything_else_is_not(text):
    assert euros(text) is None


@given(st.integers(0, 999_999_999))
def test_an_amount_is_the_same_as_it_is_typed_and_as_it_is_printed(amount):
    typed = f"{amount:,}".replace(",", " ") + " €"
    assert euros(typed) == euros(french(typed)) == amount


@given(st.text())
def test_no_text_breaks_it(text):
    found = euros(text)
    assert found is None or found >= 0
