"""The version of the bundled content follows its files."""

import sys
from pathlib import Path

import pytest

from tools import content_version


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "levers").mkdir(parents=True)
    (folder / "levers" / "clspd.yaml").write_text("slug: clspd\n", encoding="utf-8")
    return folder


@pytest.fixture
def run(content: Path, monkeypatch: pytest.MonkeyPatch):
    def call(*options: str) -> int:
        monkeypatch.setattr(sys, "argv", ["content_version.py", str(content), *options])
        return content_version.main()

    return call


def version(content: Path) -> int:
    return content_version.recorded(content)[0]


def test_first_version_is_one(run, content: Path) -> None:
    assert (run(), version(content)) == (0, 1)


def test_unchanged_content_keeps_its_version(run, content: Path) -> None:
    run()
    before = (content / "version.yaml").read_bytes()
    run()
    assert (content / "version.yaml").read_bytes() == before


@pytest.mark.parametrize("name", ["levers/clspd.yaml", "levers/gup.yaml"])
def test_changed_or_new_file_raises_the_version(run, content: Path, name: str) -> None:
    run()
    (content / name).write_text("slug: other\n", encoding="utf-8")
    assert (run("--check"), version(content)) == (1, 1)
    assert (run(), version(content)) == (0, 2)


def test_renamed_file_is_a_change(run, content: Path) -> None:
    run()
    (content / "levers" / "clspd.yaml").rename(content / "levers" / "clspdr.yaml")
    assert run("--check") == 1


def test_damaged_version_file_never_starts_again_at_one(run, content: Path) -> None:
    (content / "version.yaml").write_text("version: douze\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="attendu"):
        run()
