"""The pinned packages: complete, with their hashes, and from no registry in particular."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
FILES = {
    "requirements.txt": PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["build"],
    "requirements-dev.txt": PROJECT["dependency-groups"]["dev"],
    "requirements-bench.txt": PROJECT["dependency-groups"]["bench"],
    "requirements-reloaded.txt": PROJECT["dependency-groups"]["reloaded"],
}


def requirements(name: str) -> dict[str, str]:
    """Return what follows each package's version, by package."""
    text = re.sub(r"^ *#.*\n", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(re.findall(r"^([\w.-]+)==(.*(?:\n +.*)*)", text, flags=re.MULTILINE))


@pytest.mark.parametrize("name", FILES)
def test_every_package_asked_for_is_pinned(name: str) -> None:
    asked = {re.split(r"[<>=]", package)[0].lower().replace("_", "-") for package in FILES[name]}
    assert asked <= requirements(name).keys()


@pytest.mark.parametrize("name", FILES)
def test_every_pin_has_hashes(name: str) -> None:
    assert [package for package, rest in requirements(name).items() if "--hash=sha256:" not in rest] == []


@pytest.mark.parametrize("name", FILES)
def test_no_registry_is_named(name: str) -> None:
    assert not re.search(r"://|index-url|find-links|trusted-host", (ROOT / name).read_text(encoding="utf-8"))


def test_both_files_agree() -> None:
    run, dev = requirements("requirements.txt"), requirements("requirements-dev.txt")
    assert {name: dev[name] for name in run.keys() & dev.keys()} == {
        name: run[name] for name in run.keys() & dev.keys()
    }
