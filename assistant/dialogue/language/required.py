"""Whether a message asks that something be required, and so does not say that it is there.

得有证吗 · 厂里要参保吗 · 要本地户口才行吗      asked
要是交了社保能领吗 · 我想要考高级工            said, or supposed
"""

import re

_MUST = re.compile(
    r"(?:(?<![想主重快将不])要|(?<![考拿领签交缴办到轮取获值懂觉显记算晓认舍免评做学训])得|须|非要)"
    r"(?:是|有|得|先|都|全|交|缴|签|买|办|上|参加?|年?满|拿到?|考到?|取得)?[^,。;!?、]{0,4}$"
)
_ASKED = re.compile(
    r"(?:的|了|人|的人|保险|证书?|岁|以上|以下)*(?:才(?:行|能|可以|给)[^,。;!?]{0,3})?(?:吗|么|嘛|伐|\?|不(?=[,。;!?]|$))"
)


def demands(before: str) -> bool:
    """Whether a part of a sentence says that what stands behind it must be so: 得签满|一年."""
    return _MUST.search(before) is not None


def asks_whether_required(before: str, after: str) -> bool:
    """Whether what stands between two pieces of a part of a sentence is asked to be required."""
    return demands(before) and _ASKED.match(after) is not None
