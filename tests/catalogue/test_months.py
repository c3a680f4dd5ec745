"""Dates as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levers_app.catalogue.months import UnreadableMonthError, read_month, written


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", (None, None)),
        (" \u00a0\n", (None, None)),
        ("2021", (2021, None)),
        (" 2021 ", (2021, None)),
        ("03/2021", (2021, 3)),
        ("3-2021", (2021, 3)),
        ("3 . 2021", (2021, 3)),
        ("2021-03", (2021, 3)),
        ("2021-3", (2021, 3)),
        ("mars 2021", (2021, 3)),
        ("mars\u00a02021", (2021, 3)),
        ("MARS  2021", (2021, 3)),
        ("févr. 2021", (2021, 2)),
        ("fe\u0301vrier 2021", (2021, 2)),
        ("fevrier 2021", (2021, 2)),
        ("Août 2021", (2021, 8)),
        ("aout 2021", (2021, 8)),
        ("sept. 2021", (2021, 9)),
        ("juin 2021", (2021, 6)),
        ("juil 2021", (2021, 7)),
        ("déc 1999", (1999, 12)),
        ("１２/２０２１", (2021, 12)),
    ],
)
def test_form(typed: str, read: tuple[int | None, int | None]):
    assert read_month(typed) == read


@pytest.mark.parametrize("month", ["janvier", "avril", "mai", "juillet", "octobre", "novembre"])
def test_every_month_has_its_name(month: str):
    assert read_month(f"{month} 2020") == read_month(f"{month[:4]}. 2020")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("hier", "écrivez une année (2021) ou un mois (03/2021, mars 2021)"),
        ("21", "écrivez une année"),
        ("2018-2021", "écrivez une année"),
        ("jui 2021", "écrivez une année"),
        ("maison 2021", "écrivez une année"),
        ("marseille 2021", "écrivez une année"),
        ("mars", "écrivez une année"),
        ("mars 21", "écrivez une année"),
        ("13/2021", "le mois va de 1 à 12"),
        ("0/2021", "le mois va de 1 à 12"),
        ("1789", "l’année va de 1900 à 2100"),
        ("mars 9999", "l’année va de 1900 à 2100"),
        ("2021\x00", "écrivez une année"),
        ("2021 " * 200_000, "écrivez une année"),
    ],
    ids=lambda text: text[:20],
)
def test_what_is_no_date_is_told(typed: str, reason: str):
    with pytest.raises(UnreadableMonthError) as caught:
        read_month(typed)
    assert str(caught.value).startswith(reason)


@given(st.integers(1900, 2100), st.none() | st.integers(1, 12))
def test_what_the_form_shows_is_read_again(year: int, month: int | None):
    assert read_month(written(year, month)) == (year, month)


def test_no_date_shows_nothing():
    assert (written(None, None), written(None, 3), written(2021, 3), written(2021, None)) == ("", "", "03/2021", "2021")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("31/02/2024", "31/02/2024"),
        ("29.02.2023", "29/02/2023"),
        ("31 avril 2021", "31/04/2021"),
        ("le 30 févr. 2020", "30/02/2020"),
        ("0/03/2024", "00/03/2024"),
        ("0 mars 2024", "00/03/2024"),
    ],
)
def test_a_day_that_does_not_exist_is_told_with_what_can_be_typed(typed: str, day: str):
    with pytest.raises(UnreadableMonthError) as caught:
        read_month(typed)
    expected = f"le {day} n’existe pas\u202f; écrivez une année (2021) ou un mois (03/2021, mars 2021)"
    assert str(caught.value) == expected


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_of_the_calendar_is_a_month(day: date):
    assert read_month(f"{day:%d/%m}/{day.year}") == (day.year, day.month)


PIECES = ("2021", "12", "1", "31", "1er", "/", "-", ".", " ", "\u00a0", "mars", "août", "jui", "é", "²", "٣", "\ud800")


@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=6).map("".join))
def test_any_text_is_a_date_or_is_told(text: str):
    try:
        year, month = read_month(text)
    except UnreadableMonthError:
        return
    assert year is None or 1900 <= year <= 2100
    assert month is None or (year is not None and 1 <= month <= 12)


@pytest.mark.parametrize("text", ["15/03/2024", "le 15 mars 2024", "15 mars 2024", "15-3-2024", "1er mars 2024"])
def test_of_a_full_date_the_month_is_kept(text: str):
    assert read_month(text) == (2024, 3)
