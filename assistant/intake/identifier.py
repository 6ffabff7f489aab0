"""The id of a policy, which is also its folder: jinjiang-2019-79."""

import re
from functools import cache

from assistant.documents.document_numbers import find_document_numbers
from assistant.documents.models import PolicyFile
from assistant.documents.regions import RegionTree
from assistant.errors import BadInput

_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")


def checked_id(policy_id: str) -> str:
    """The id as it was given. Raises BadInput where it is no plain name: it becomes a folder."""
    if not _ID.fullmatch(policy_id):
        raise BadInput("编号只能用小写字母、数字和连字符，最多60个字符，例如 jinjiang-2019-79。")
    return policy_id


def derive_id(about: PolicyFile, regions: RegionTree) -> str:
    """Place in pinyin, then year and number of the 文号, or the day of issue where there is none."""
    place = "".join(
        _spelled(
            re.sub(
                "(?:特别行政区|自治区|自治州|自治县|省|市|区|县|旗|盟)$",
                "",
                regions.region(about.region).name,
            )
        )
    )
    for number in find_document_numbers(about.document_number or ""):
        year, running = re.findall(r"\d+", number)[-2:]
        return f"{place}-{year}-{running}"
    return f"{place}-{about.issued_on:%Y-%m%d}"


@cache
def _spelled(name: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin

    return tuple(re.sub("[^a-z]", "", syllable.lower()) for syllable in lazy_pinyin(name))
