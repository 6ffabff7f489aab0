"""Personal data in a message: taken out before anything reads it, so that nothing can repeat or store it."""

import re

_PATTERNS = (
    re.compile(r"(?<![0-9])[1-9]\d{16}[0-9xX](?![0-9])"),  # identity card
    re.compile(r"(?<![0-9])\d{15}(?![0-9])"),  # identity card, old form
    re.compile(r"(?<![0-9])\d{16,19}(?![0-9])"),  # bank card
    re.compile(r"(?<![0-9])1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![0-9])"),  # mobile phone
    re.compile(r"(?<![0-9])0\d{2,3}[- ]?\d{7,8}(?![0-9])"),  # land line
    re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+"),  # mail address
)


def mask_private(text: str) -> tuple[str, bool]:
    """The text without numbers that identify a person, and whether there were any."""
    masked = text
    for pattern in _PATTERNS:
        masked = pattern.sub(",", masked)
    return masked, masked != text
