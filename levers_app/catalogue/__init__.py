"""What a lever, a field example, a legal text and a glossary term are, and the rules they obey.

Plain data: nothing here knows of a database, an index, a page or a window.
"""
