"""The log file, as the program and the log window use it."""

import logging
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from levers_app import logs


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    level = logging.getLogger().level
    yield
    logs.close_logging()
    logging.getLogger().setLevel(level)


def test_lines_reach_the_file(tmp_path: Path) -> None:
    logs.set_up_logging(tmp_path / "leviers.log")
    logging.getLogger("store").info("base ouverte en %s ms", 12)
    assert "INFO store: base ouverte en 12 ms" in (tmp_path / "leviers.log").read_text(encoding="utf-8")


def test_only_the_owner_can_read_it_nor_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "neuf" / "leviers.log"
    logs.set_up_logging(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_rotated_log_stays_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "LOG_BYTES", 200)
    logs.set_up_logging(tmp_path / "leviers.log")
    for number in range(20):
        logging.getLogger("store").info("ligne %s", number)
    files = sorted(tmp_path.iterdir())
    assert [file.name for file in files] == ["leviers.log", "leviers.log.1", "leviers.log.2"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_called_again_it_writes_to_the_new_file_only(tmp_path: Path) -> None:
    logs.set_up_logging(tmp_path / "un.log")
    logs.set_up_logging(tmp_path / "deux.log")
    logging.getLogger("store").info("bonjour")
    assert (tmp_path / "un.log").read_text() == ""
    assert "bonjour" in (tmp_path / "deux.log").read_text()


def test_without_a_writable_folder_lines_go_to_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "fichier").write_text("")
    logs.set_up_logging(tmp_path / "fichier" / "leviers.log")
    logging.getLogger("store").info("quand même")
    assert "quand même" in capsys.readouterr().err


def test_a_full_disk_is_silent(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    full = tmp_path / "leviers.log"
    full.symlink_to("/dev/full")
    logs.set_up_logging(full)
    logging.getLogger("store").info("perdu")
    assert capsys.readouterr().err == ""


def test_odd_characters_do_not_stop_the_log(tmp_path: Path) -> None:
    logs.set_up_logging(tmp_path / "leviers.log")
    logging.getLogger("store").info("demi \ud83d caractère")
    assert "demi ? caractère" in (tmp_path / "leviers.log").read_text(encoding="utf-8")


def test_last_lines_begin_in_the_rotated_file(tmp_path: Path) -> None:
    (tmp_path / "leviers.log.1").write_text("un\ndeux\n")
    (tmp_path / "leviers.log").write_text("trois\n")
    assert logs.last_lines(tmp_path / "leviers.log", 2) == ["deux", "trois"]


def test_a_missing_log_has_no_lines(tmp_path: Path) -> None:
    assert logs.last_lines(tmp_path / "leviers.log", 10) == []
