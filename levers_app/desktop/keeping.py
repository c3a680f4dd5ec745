"""Keeping what a person types or composes in their own file: when it is written, and what is said when it cannot be."""

KEEP_AFTER = 700
"""Milliseconds after the first unkept change: what is kept is never further behind than that and one write."""
RETRY_AFTER = 3_000
"""Milliseconds after which what could not be kept is tried again, even if no key is pressed any more."""
STILL_HERE = "Ce que vous avez écrit reste à l’écran, et sera gardé dès que possible."
"""What follows the reason why it could not be kept."""
