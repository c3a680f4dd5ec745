"""From a record to one neutral document, and from the document to HTML, Markdown and plain text.

What a sheet contains is said once, in the ``*_sheet`` modules; the window (``desktop``) and paper (``briefs``) lay the
same document out in their own way.
"""
