"""Paper: neutral documents laid out as a PDF that looks published. The only user of reportlab.

Import ``briefs.brief`` when a PDF is asked for, not before: reportlab costs a quarter of a second.
"""
