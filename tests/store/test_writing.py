"""What is written is there afterwards, whole, with its line in the journal."""

from dataclasses import replace

import pytest

from levers_app.catalogue.errors import UnknownRecordError
from levers_app.catalogue.records import Record
from levers_app.store.errors import RecordInUseError
from levers_app.store.opening import Base
from tests.store.samples import case, combined, lever, term


@pytest.fixture
def filled_base(base: Base) -> Base:
    base.writer.save_many([lever(), case(), term()], "Anne")
    return base


@pytest.mark.parametrize("record", [lever(), case(), term()], ids=lambda record: record.kind)
def test_record_reads_back_equal(filled_base: Base, record: Record):
    assert filled_base.reader.record(record.id) == record


@pytest.mark.parametrize(
    "text", ["مرحبا بالعالم", "🏢👷🏽‍♀️", "a\u202eb", "x" * 99_000, "'; DROP TABLE lever;--", "\t\n"]
)
def test_any_text_reads_back_equal(base: Base, text: str):
    record = case(levers=(), context=text, title=text)
    base.writer.save(record, text)
    assert base.reader.case("exemple") == record


def test_save_replaces_the_record_and_its_links(filled_base: Base):
    changed = case(problems=("degradations", "squat-caves-logements"), title="Autre", results=())
    filled_base.writer.save(changed, "Anne")
    assert filled_base.reader.case("exemple") == changed


def test_levers_may_point_at_each_other(base: Base):
    base.writer.save_many([combined("a", "b"), combined("b", "a")], "Anne")
    assert base.reader.lever("a").combines_with[0].lever == "b"


def test_replacing_a_lever_keeps_what_points_at_it(filled_base: Base):
    filled_base.writer.save(lever(title="Nouveau titre"), "Anne")
    assert [case.id for case in filled_base.reader.cases_of_lever("mediation", 10).latest] == ["case:exemple"]


def test_link_to_an_unknown_lever_is_refused_and_nothing_is_written(filled_base: Base):
    with pytest.raises(UnknownRecordError, match="lever:absent"):
        filled_base.writer.save_many([case("autre"), case("faux", levers=("absent",))], "Anne")
    assert filled_base.reader.counts()["case"] == 1


def test_each_write_has_its_journal_line(base: Base):
    base.writer.save(lever(), "Anne")
    base.writer.save(lever(title="Autre"), "Bruno")
    base.writer.delete("lever:mediation", "Chloé")
    lines = [(line.seq, line.record_id, line.action, line.author) for line in base.reader.journal_after(0)]
    assert lines == [
        (1, "lever:mediation", "create", "Anne"),
        (2, "lever:mediation", "update", "Bruno"),
        (3, "lever:mediation", "delete", "Chloé"),
    ]


def test_writes_return_the_number_of_their_line(base: Base):
    assert [base.writer.save(lever(), "Anne"), base.writer.save(case(), "Anne")] == [1, 2]
    assert base.writer.delete("case:exemple", "Anne") == 3


def test_journal_goes_on_where_it_stopped(filled_base: Base):
    assert [line.seq for line in filled_base.reader.journal_after(1, limit=1)] == [2]
    last = filled_base.reader.last_journal_line()
    assert last is not None
    assert last.seq == 3


def test_deleted_record_is_gone(filled_base: Base):
    filled_base.writer.delete("case:exemple", "Anne")
    assert "case:exemple" not in filled_base.reader.ids()


def test_lever_in_use_is_not_deleted(filled_base: Base):
    with pytest.raises(RecordInUseError, match="2 autres fiches y renvoient"):
        filled_base.writer.delete("lever:mediation", "Anne")
    assert filled_base.reader.lever("mediation") == lever()


@pytest.mark.parametrize("record_id", ["case:absent", "text:code-penal-226-4", "", "lever:", "n’importe quoi"])
def test_deleting_what_is_not_there_is_refused(filled_base: Base, record_id: str):
    with pytest.raises(UnknownRecordError):
        filled_base.writer.delete(record_id, "Anne")


def test_deleting_twice_is_refused(filled_base: Base):
    filled_base.writer.delete("term:clspd", "Anne")
    with pytest.raises(UnknownRecordError):
        filled_base.writer.delete("term:clspd", "Anne")


def test_many_records_in_one_write(base: Base):
    base.writer.save(lever(), "Anne")
    examples = [case(f"exemple-{number}", title=f"Exemple {number}") for number in range(4500)]
    assert base.writer.save_many(examples, "Anne") == 4501
    assert base.reader.case("exemple-4499") == examples[-1]


def test_saving_again_after_closing_opens_the_base_again(filled_base: Base):
    filled_base.writer.close()
    filled_base.writer.save(replace(term(), definition="Autre."), "Anne")
    assert filled_base.reader.term("clspd").definition == "Autre."
