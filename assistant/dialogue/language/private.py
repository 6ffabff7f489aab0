"""Personal data in a message: taken out before anything reads it, so that nothing can repeat or store it."""

import re

_GAP = "[ -]?"
_PATTERNS = (
    # identity card, also in blocks: region, birthday, number
    re.compile(rf"(?<!\d)[1-9]\d{{5}}{_GAP}(?:1[89]|20)\d\d{_GAP}[01]\d[0-3]\d{_GAP}\d{{3}}[\dxX](?![0-9])"),
    re.compile(r"(?<!\d)[1-9]\d{16}[\dxX](?![0-9])"),  # identity card with a digit wrong
    re.compile(r"(?<!\d)\d{15}(?!\d)"),  # identity card, old form
    re.compile(r"(?<!\d)(?:\d{16,19}|(?:\d{4}[ -]){3,4}\d{1,4})(?!\d)"),  # bank card
    re.compile(rf"(?<!\d)(?:\+?86{_GAP})?1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}}(?!\d)"),  # mobile phone
    re.compile(rf"(?<!\d)0\d{{2,3}}{_GAP}\d{{7,8}}(?!\d)"),  # land line
    re.compile("[零〇一幺二三四五六七八九]{11,}"),  # any of these, in words
    re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+", re.ASCII),  # mail address
    # a number by its name
    re.compile(
        r"(?:(?<=微信)|(?<=微信号)|(?<=qq)|(?<=qq号)|(?<=护照)|(?<=护照号)|(?<=工号)|(?<=卡号)|(?<=账号)|(?<=身份证)|(?<=身份证号))"
        r"(?:码|号码)?(?:是|:| )*[a-z0-9_-]{5,}",
        re.ASCII | re.IGNORECASE,
    ),
)


def mask_private(text: str) -> tuple[str, bool]:
    """The text without numbers that identify a person, and whether there were any."""
    masked = text
    for pattern in _PATTERNS:
        masked = pattern.sub(",", masked)
    return masked, masked != text
