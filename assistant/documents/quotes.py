"""Finding words in a clause: the one place that decides what 'word for word' means."""


def locate_quote(text: str, quote: str) -> str | None:
    """The slice of `text` that is `quote`, white space aside; None where it does not stand there.

    The slice is returned as it stands, so that a person who searches the document finds it.
    """
    place = place_of_quote(text, quote)
    return None if place is None else text[place[0] : place[1]]


def place_of_quote(text: str, quote: str) -> tuple[int, int] | None:
    """Where that slice begins and ends in `text`."""
    wanted = "".join(quote.split())
    if not wanted:
        return None
    positions = [i for i, character in enumerate(text) if not character.isspace()]
    start = "".join(text[i] for i in positions).find(wanted)
    return None if start < 0 else (positions[start], positions[start + len(wanted) - 1] + 1)
