"""Starts Leviers from a checkout: ``python main.py`` opens the window, ``python main.py --aide`` tells the rest."""

import sys

from levers_app.app import main

if __name__ == "__main__":
    sys.exit(main())
