"""Qt's enumerations as numbers, for what is made before the window shows.

Naming anything of ``Qt`` makes PySide build its ninety enumerations, which takes as long as the rest of the first
sight (``python -m benchmarks --lignes demarrage``). So the modules of the first sight set properties by number, and
name ``QtCore.Qt`` in what happens later only (keys, clicks). ``tests/desktop/test_first_sight.py`` holds them to it.
"""

NO_FOCUS, TAB_FOCUS = 0, 1
"""``Qt.FocusPolicy``, for the property ``focusPolicy``."""
SCROLL_BAR_OFF = 1
"""``Qt.ScrollBarPolicy``, for the property ``horizontalScrollBarPolicy``."""
PLAIN_TEXT = 0
"""``Qt.TextFormat``, for the property ``textFormat``."""
