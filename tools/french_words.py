"""Write the list of ordinary French words that the search knows: french_words.py DICTIONARY.

DICTIONARY is ``fr.json.gz`` of the package pyspellchecker (MIT): ``pip download --no-deps pyspellchecker==0.9.1``, then
unzip it. Words are kept folded, those long enough to be corrected, one a line in alphabetical order.
"""

import gzip
import json
import sys
from pathlib import Path

from levers_app.catalogue.language import FRENCH_FILE
from levers_app.paths import language_folder
from levers_app.search.analysis import fold
from levers_app.search.spelling import MIN_LETTERS


def main() -> None:
    """Read the dictionary named on the command line and write the list."""
    with gzip.open(Path(sys.argv[1]), "rt", encoding="utf-8") as file:
        words = {fold(word) for word in json.load(file)}
    kept = sorted(word for word in words if len(word) >= MIN_LETTERS and word.isascii() and word.isalpha())
    (language_folder() / FRENCH_FILE).write_text("\n".join(kept) + "\n", encoding="ascii")
    print(f"{len(kept)} mots")


if __name__ == "__main__":
    main()
