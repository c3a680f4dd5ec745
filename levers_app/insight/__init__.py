"""Situations -> levers, combinations, comparisons and the map of what is known: pure functions over the catalogue.

Every line of an answer names the records that it comes from; the rules and their reasons are in ``insight.rules``.
"""
