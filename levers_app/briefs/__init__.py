"""Paper: neutral documents laid out as a PDF that looks published. The only user of reportlab.

And the actions of a plan as a spreadsheet: ``briefs.spreadsheet`` is the only user of XlsxWriter.

Import ``briefs.brief`` when a PDF is asked for, not before: reportlab costs a quarter of a second.
"""
