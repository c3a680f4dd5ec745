"""Newer content comes in, and never over what a user changed."""

import pytest

from levers_app.catalogue.errors import UnknownRecordError
from levers_app.store.loading import LoadReport
from levers_app.store.opening import Base
from levers_app.store.reading import Origin
from tests.store.samples import bundle, case, combined, lever, term


@pytest.fixture
def loaded(base: Base) -> Base:
    base.writer.load_bundle(bundle(lever(), case(), term()))
    return base


def test_first_load_creates_every_record(base: Base):
    report = base.writer.load_bundle(bundle(lever(), case(), term(), version=4))
    assert report == LoadReport(version=4, created=3, updated=0, deleted=0, kept=0)
    assert base.reader.content_version() == 4


def test_loading_the_same_content_writes_nothing_in_the_journal(loaded: Base):
    loaded.writer.load_bundle(bundle(lever(), case(), term(), version=2))
    assert len(loaded.reader.journal_after(0)) == 3


def test_changed_record_is_updated(loaded: Base):
    report = loaded.writer.load_bundle(bundle(lever(title="Nouveau"), case(), term(), version=2))
    assert (report.updated, report.created) == (1, 0)
    assert loaded.reader.lever("mediation").title == "Nouveau"


def test_edited_record_is_kept_and_the_newer_one_is_told(loaded: Base):
    loaded.writer.save(case(title="Le mien"), "Anne")
    report = loaded.writer.load_bundle(bundle(lever(), case(title="Le nouveau"), term(), version=2))
    assert report.kept == 1
    assert loaded.reader.case("exemple").title == "Le mien"
    assert loaded.reader.origin("case:exemple") == Origin(bundled=True, edited=True, newer=True)


def test_edited_record_is_not_newer_until_its_own_content_changes(loaded: Base):
    loaded.writer.save(case(title="Le mien"), "Anne")
    loaded.writer.load_bundle(bundle(lever(title="Autre"), case(), term(), version=2))
    assert loaded.reader.origin("case:exemple") == Origin(bundled=True, edited=True, newer=False)


def test_edited_again_is_still_compared_with_where_it_started(loaded: Base):
    loaded.writer.save(case(title="Le mien"), "Anne")
    loaded.writer.load_bundle(bundle(lever(), case(title="Le nouveau"), term(), version=2))
    loaded.writer.save(case(title="Le mien, encore"), "Anne")
    assert loaded.reader.origin("case:exemple").newer


def test_taking_the_newer_record_makes_it_the_shipped_one_again(loaded: Base):
    loaded.writer.save(case(title="Le mien"), "Anne")
    loaded.writer.load_bundle(bundle(lever(), case(title="Le nouveau"), term(), version=2))
    loaded.writer.save(case(title="Le nouveau"), "Anne")
    assert loaded.reader.origin("case:exemple") == Origin(bundled=True, edited=False, newer=False)


def test_record_deleted_by_the_user_does_not_come_back(loaded: Base):
    loaded.writer.delete("case:exemple", "Anne")
    loaded.writer.load_bundle(bundle(lever(), case(title="Le nouveau"), term(), version=2))
    with pytest.raises(UnknownRecordError):
        loaded.reader.case("exemple")


def test_deleted_lever_comes_back_when_new_content_points_at_it(base: Base):
    base.writer.load_bundle(bundle(combined("a", "b"), combined("b")))
    base.writer.save(combined("a"), "Anne")
    base.writer.delete("lever:b", "Anne")
    base.writer.load_bundle(bundle(combined("a", "b"), combined("b"), case(levers=("b",)), version=2))
    assert base.reader.case("exemple").levers == ("b",)
    assert base.reader.origin("lever:b") == Origin(bundled=True, edited=False, newer=False)


def test_record_no_longer_shipped_is_deleted(loaded: Base):
    report = loaded.writer.load_bundle(bundle(lever(), version=2))
    assert report.deleted == 2
    assert {line.record_id for line in loaded.reader.journal_after(3)} == {"case:exemple", "term:clspd"}


def test_edited_record_no_longer_shipped_is_kept(loaded: Base):
    loaded.writer.save(case(title="Le mien"), "Anne")
    loaded.writer.load_bundle(bundle(lever(), version=2))
    assert loaded.reader.case("exemple").title == "Le mien"
    assert not loaded.reader.origin("case:exemple").bundled


def test_lever_no_longer_shipped_is_kept_while_a_users_record_needs_it(base: Base):
    base.writer.load_bundle(bundle(combined("a", "b"), combined("b", "a"), combined("c")))
    base.writer.save(case("le-mien", levers=("a",)), "Anne")
    report = base.writer.load_bundle(bundle(combined("d"), version=2))
    assert report.deleted == 1
    assert {"lever:a", "lever:b"} <= base.reader.ids()


def test_levers_that_only_need_each_other_go_together(base: Base):
    base.writer.load_bundle(bundle(combined("a", "b"), combined("b", "a")))
    assert base.writer.load_bundle(bundle(combined("c"), version=2)).deleted == 2


def test_users_record_of_the_same_name_is_kept(base: Base):
    base.writer.save(case(levers=(), title="Le mien"), "Anne")
    report = base.writer.load_bundle(bundle(lever(), case(title="Le nouveau")))
    assert (report.created, report.kept) == (1, 1)
    assert base.reader.origin("case:exemple") == Origin(bundled=True, edited=True, newer=True)


def test_load_that_fails_leaves_the_base_as_it_was(loaded: Base):
    before = loaded.reader.cards()
    broken = bundle(lever(title="Autre"), case("b", levers=("mediation", "absent")), version=2)
    with pytest.raises(KeyError):
        loaded.writer.load_bundle(broken)
    assert (loaded.reader.cards(), loaded.reader.content_version()) == (before, 1)
