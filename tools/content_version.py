"""Give the bundled content a new version when it has changed: content_version.py [--check] [FOLDER].

A version says to a base filled by an older program that newer sheets exist. ``--check`` changes nothing: its exit
status is 1 when the version is not that of the content.
"""

import argparse
import hashlib
import re
from pathlib import Path

CONTENT = Path(__file__).resolve().parent.parent / "resources" / "content"
VERSION_FILE = "version.yaml"


def digest(content: Path) -> str:
    """Return the SHA-256 of every file but the version's, by path."""
    total = hashlib.sha256()
    files = {path.relative_to(content).as_posix(): path for path in content.rglob("*") if path.is_file()}
    for name in sorted(files.keys() - {VERSION_FILE}):
        total.update(f"{name}\0{hashlib.sha256(files[name].read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def recorded(content: Path) -> tuple[int, str]:
    """Return the version and the digest of the version file, (0, "") without one."""
    path = content / VERSION_FILE
    if not path.exists():
        return 0, ""
    found = re.fullmatch(r"version: (\d+)\nsha256: (\w+)\n", path.read_text(encoding="utf-8"))
    if not found:
        raise SystemExit(f"{path} : attendu « version: N » puis « sha256: … ».")
    return int(found[1]), found[2]


def main() -> int:
    """Do what the command line asks, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=CONTENT)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()

    version, known = recorded(options.folder)
    actual = digest(options.folder)
    if actual == known:
        print(f"Contenu : version {version}.")
        return 0
    if options.check:
        print(f"Le contenu n’est plus celui de la version {version} : lancez « make content ».")
        return 1
    text = f"version: {version + 1}\nsha256: {actual}\n"
    (options.folder / VERSION_FILE).write_text(text, encoding="utf-8", newline="\n")
    print(f"Contenu : version {version + 1}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
