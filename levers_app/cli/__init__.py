"""The command line: what scripts use, and what runs where there is no screen. No Qt here."""

from levers_app.cli.running import run

__all__ = ["run"]
