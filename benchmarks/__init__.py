"""The budgets of the design, measured on this machine beside references of the same run: ``make bench``."""
