"""When an example that was written here is to be brought up to date: nothing was heard of it for too long."""

from datetime import datetime, timedelta

NEWS_WITHIN = timedelta(days=730)
"""Two years."""
STALE = "a-actualiser"
"""What it is then, among the values of filters."""


def stale_before(now: datetime) -> datetime:
    """Return the moment before which the last news of an example are too old at the time ``now``."""
    return now - NEWS_WITHIN
