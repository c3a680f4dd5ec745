import datetime

import pytest

from levers_app.catalogue.vocabulary import Entry
from levers_app.sheets import wording
from levers_app.sheets.wording import full_date


@pytest.mark.parametrize(
    ("value", "said"), [(0, "0 résultat"), (1, "1 résultat"), (2, "2 résultats"), (12345, "12\u202f345 résultats")]
)
def test_counts_agree(value, said):
    assert wording.counted(value, "résultat") == said


def test_irregular_plural():
    assert wording.counted(2, "point à vérifier", "points à vérifier") == "2 points à vérifier"


@pytest.mark.parametrize(
    ("value", "outcome", "said"),
    [(2, "mitige", "2 mitigés"), (1, "negatif", "1 échec"), (3, "negatif", "3 échecs")],
)
def test_outcome_counts(value, outcome, said):
    assert wording.outcome_count(value, outcome) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (2018, 2023, "2018–2023"),
        (2020, None, "depuis 2020"),
        (2019, 2019, "2019"),
        (None, 2021, "jusqu’en 2021"),
        (None, None, ""),
    ],
)
def test_periods(start, end, said):
    assert wording.period(start, end) == said


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("Besançon", "25", "Planoise"), "Besançon (25), Planoise"),
        (("", "95", "", "Île-de-France"), "Île-de-France (95)"),
        (("Lille (métropole européenne)", "59"), "Lille (métropole européenne)"),
        (("",), ""),
    ],
)
def test_places(parts, said):
    assert wording.place(*parts) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("une porte", "Une porte"),
        ("élu", "Élu"),
        ("« œuvre »", "« Œuvre »"),
        ("**veille** sociale", "**Veille** sociale"),
        ("https://a.fr", "https://a.fr"),
        ("30 % de moins", "30 % de moins"),
        ("", ""),
    ],
)
def test_sentences_begin_with_a_capital(text, said):
    assert wording.sentence(text) == said


@pytest.mark.parametrize(
    ("text", "article", "label", "title"),
    [
        (
            "Code de la sécurité intérieure",
            "L251-2",
            "CSI L251-2",
            "Code de la sécurité intérieure, article\u00a0L251-2",
        ),
        ("Code civil", "1719", "Code civil, art.\u00a01719", "Code civil, article\u00a01719"),
        ("Code du travail", "L4121-1 et L4121-2", None, "Code du travail, articles\u00a0L4121-1 et L4121-2"),
        ("Code pénal", "222-13, 4°", "Code pénal, art.\u00a0222-13, 4°", "Code pénal, article\u00a0222-13, 4°"),
        ("Loi du 14 mars 2011", "-", "Loi du 14 mars 2011", "Loi du 14 mars 2011"),
        ("Code civil", "ancien 1384", "Code civil, ancien 1384", "Code civil, ancien 1384"),
        ("Conseil constitutionnel", "décision n° 1", "Conseil constitutionnel, décision n° 1", None),
    ],
)
def test_legal_texts(text, article, label, title):
    assert label in (None, wording.legal_label(text, article))
    assert title in (None, wording.legal_title(text, article))


def test_short_labels_of_outcomes():
    assert wording.short_label(Entry("positif", "Résultats positifs", "Résultats positifs")) == "Positif"
    assert wording.short_label(Entry("mixte", "Plusieurs territoires", "Plusieurs")) == "Plusieurs"


def test_dates_are_french():
    assert [full_date(datetime.date(2026, 5, 1)), full_date(datetime.date(2026, 8, 23))] == [
        "1er mai 2026",
        "23 août 2026",
    ]
