"""Leviers: the offline knowledge base of social landlords on tranquillity and safety."""

__version__ = "0.1.0"
