"""What day and what time it is. Only the command line, the pages and the wiring may look."""

from datetime import UTC, date, datetime, timedelta, timezone

# Policies run by China's calendar, wherever the server stands. China keeps no summer time.
_CHINA = timezone(timedelta(hours=8))


def today() -> date:
    """The day in China."""
    return datetime.now(_CHINA).date()


def now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)
