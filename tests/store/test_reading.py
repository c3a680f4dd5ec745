"""What lists and sheets read."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from levers_app.catalogue.errors import UnknownRecordError
from levers_app.catalogue.records import Card, LegalReference, Period, Source
from levers_app.store.folder import DataFolder
from levers_app.store.opening import Base
from levers_app.store.reading import Reader
from tests.store.samples import case, combined, lever, term

SECOND = LegalReference("Code pénal", "dit aussi", "s-1", "226-4")


@pytest.fixture
def reader(base: Base) -> Reader:
    base.writer.save_many(
        [
            lever(),
            lever("gardiennage", legal=(SECOND,), problems=("degradations",)),
            case(period=Period(2019, 2021), intensity=3, region="Nord"),
            case("autre", levers=("gardiennage", "mediation"), commune="", region="Bretagne", results=()),
            term(),
        ],
        "Anne",
    )
    return base.reader


def test_card_of_a_lever(reader: Reader):
    assert reader.cards_of(["lever:mediation"])["lever:mediation"] == Card(
        id="lever:mediation",
        kind="lever",
        title="Levier mediation",
        short="mediation",
        summary="Une phrase.",
        acronyms=("LM",),
        family="surete",
        strength="faible",
        problems=("occupation-halls", "degradations"),
        to_verify=1,
    )


def test_an_example_of_ones_own_without_news_for_two_years_is_stale(reader: Reader, base: Base):
    def wait(days: int) -> dict[str, bool]:
        at = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="milliseconds")
        with closing(sqlite3.connect(base.path)) as connection, connection:
            connection.execute("UPDATE journal SET at = ?", (at,))
        return {card.id: card.stale for card in reader.cards() if card.kind in {"case", "lever"}}

    assert not any(wait(729).values())
    assert {id_ for id_, stale in wait(731).items() if stale} == {"case:exemple", "case:autre"}
    assert reader.cards_of(["case:exemple"])["case:exemple"].stale
    base.writer.save(case(title="Du nouveau"), "Anne")
    assert not reader.cards_of(["case:exemple"])["case:exemple"].stale


def test_what_is_shipped_is_never_stale(filled: DataFolder):
    with closing(sqlite3.connect(filled.base)) as connection, connection:
        connection.execute("UPDATE journal SET at = '2001-01-01T00:00:00.000+00:00'")
    with Base(filled.base) as base:
        assert not any(card.stale for card in base.reader.cards())


def test_card_of_an_example(reader: Reader):
    assert reader.cards_of(["case:exemple"])["case:exemple"] == Card(
        id="case:exemple",
        kind="case",
        title="Exemple exemple",
        summary="Un contexte.",
        problems=("occupation-halls",),
        levers=("mediation",),
        outcome="positif",
        territory="qpv",
        place="Lille",
        department="59",
        region="Nord",
        start=2019,
        end=2021,
        intensity=3,
        measured=True,
        status="publie",
        confidentiality="public",
    )


def test_card_of_a_text_gathers_the_levers_that_quote_it(reader: Reader):
    card = reader.cards_of(["text:code-penal-226-4"])["text:code-penal-226-4"]
    assert (card.title, card.levers, card.to_verify) == ("Code pénal, 226-4", ("gardiennage", "mediation"), 1)


def test_card_of_a_term(reader: Reader):
    card = reader.cards_of(["term:clspd"])["term:clspd"]
    assert (card.title, card.summary, card.levers) == ("CLSPD", "Conseil local. Une instance.", ("mediation",))


def test_order_of_links_is_kept_and_region_stands_for_a_missing_commune(reader: Reader):
    card = reader.cards_of(["case:autre"])["case:autre"]
    assert (card.levers, card.place, card.measured) == (("gardiennage", "mediation"), "Bretagne", False)


def test_cards_holds_every_record_once(reader: Reader):
    ids = [card.id for card in reader.cards()]
    assert sorted(ids) == sorted(reader.ids())


def test_cards_of_keeps_the_order_asked_for_and_leaves_out_the_unknown(reader: Reader):
    wanted = ["term:clspd", "lever:absent", "problem:degradations", "case:exemple", "lever:mediation"]
    assert list(reader.cards_of(wanted)) == ["term:clspd", "case:exemple", "lever:mediation"]


def test_text_page_quotes_each_lever_with_its_source(reader: Reader):
    text = reader.text("code-penal-226-4")
    assert [(citation.lever, citation.says) for citation in text.citations] == [
        ("gardiennage", "dit aussi"),
        ("mediation", "dit"),
    ]
    assert text.citations[0].source == Source("Titre", "Éditeur", "https://exemple.fr", "s-1", 2020)


def test_linked_lists(reader: Reader):
    for cases in (reader.cases_of_lever("mediation", 10), reader.cases_of_problem("occupation-halls", 10)):
        assert sorted(case.id for case in cases.latest) == ["case:autre", "case:exemple"]
        assert cases.total == 2
    assert [card.id for card in reader.levers_of_problem("degradations")] == ["lever:gardiennage", "lever:mediation"]


def test_glossary_and_counts(reader: Reader):
    assert reader.glossary() == (term(),)
    assert reader.counts() == {"lever": 2, "case": 2, "text": 1, "term": 1}


def test_records_reads_many_and_leaves_out_the_unknown(reader: Reader):
    assert list(reader.records(["case:exemple-absent", "term:clspd", "x"])) == [term()]


@pytest.mark.parametrize("record_id", ["lever:absent", "case:", "problem:degradations", "", "x" * 5000, "text:☃"])
def test_unknown_id_is_told(reader: Reader, record_id: str):
    with pytest.raises(UnknownRecordError, match="ne correspond à aucune fiche"):
        reader.record(record_id)


@pytest.mark.parametrize("kind", ["lever", "case", "term", "text"])
def test_unknown_slug_is_told(reader: Reader, kind: str):
    with pytest.raises(UnknownRecordError, match=f"{kind}:absent"):
        getattr(reader, kind)("absent")


def test_base_has_an_identity_of_its_own(reader: Reader):
    assert len(reader.base_id()) == 36


def test_users_record_is_not_bundled(reader: Reader):
    origin = reader.origin("lever:mediation")
    assert (origin.bundled, origin.edited, origin.newer) == (False, False, False)


def test_empty_base(base: Base):
    assert base.reader.cards() == []
    assert base.reader.last_journal_line() is None
    assert base.reader.content_version() == 0


def test_combinations_keep_their_reasons(base: Base):
    base.writer.save_many([combined("a", "b"), combined("b")], "Anne")
    assert base.reader.lever("a").combines_with[0].why == "Parce que b"


def test_lists_need_neither_sqlmodel_nor_pydantic(filled: DataFolder):
    program = (
        "import sys; from pathlib import Path; from levers_app.store.reading import Reader;"
        "print(len(Reader(Path(sys.argv[1])).cards()), {'sqlmodel', 'sqlalchemy', 'pydantic'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program, filled.base], capture_output=True, text=True, check=True)
    count, _, heavy = done.stdout.partition(" ")
    assert (int(count) > 300, heavy.strip()) == (True, "set()")


def test_the_latest_examples_of_each_outcome_come_first_and_all_are_counted(base: Base):
    lasting = [case(f"a{n}", outcome="positif", period=Period(2000, 2000 + n)) for n in range(6)]
    failed = [case("raté", outcome="negatif", period=Period(1990, None))]
    base.writer.save_many([lever("mediation"), *lasting, *failed], "Anne")
    cases = base.reader.cases_of_lever("mediation", 2)
    assert [case.id for case in cases.latest if case.outcome == "positif"] == ["case:a5", "case:a4"]
    assert [case.id for case in cases.latest if case.outcome == "negatif"] == ["case:raté"]
    assert (dict(cases.counts), cases.total) == ({"positif": 6, "negatif": 1}, 7)


def test_cards_for_counting_are_those_of_lists_without_the_summary_and_the_age(reader: Reader, base: Base):
    with closing(sqlite3.connect(base.path)) as connection, connection:
        connection.execute("UPDATE journal SET at = '2001-01-01T00:00:00.000+00:00'")
    listed = [card for card in reader.cards() if card.kind == "case"]
    assert [(bool(card.summary), card.stale) for card in listed] == 2 * [(True, True)]
    assert reader.case_cards() == [card._replace(summary="", stale=False) for card in listed]


def test_every_lever_is_read_whole(reader: Reader):
    assert reader.levers() == [reader.lever("gardiennage"), reader.lever("mediation")]
