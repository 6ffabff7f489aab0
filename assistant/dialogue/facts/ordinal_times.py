"""How often money was had this year, told by which time it is now.

今年已经是第四回申请补贴了 · 今年第4次领还行吗      three times before
今年培训补贴都拿第三回了                        three times
今年要是念到第四期                              four trainings
今年第三次考才过 · 去年第三次领                  nothing of it
"""

import re
from collections.abc import Collection
from decimal import Decimal

from assistant.dialogue.facts.said import Said, is_of_others, speaks_now
from assistant.dialogue.language.quantities import find_quantities
from assistant.dialogue.language.sentence import part_before, part_behind
from assistant.rules.facts import FactBook, Quantity

_MONEY = "(?:领|拿(?!证)|补(?!考|缴|交)|享受|申请|申领|申报|报销)"
_ORDINAL = re.compile(
    rf"(?P<had>{_MONEY}(?:到|过|了)?)?第(?P<which>[1-9]\d?|[一二三四五六七八九十]{{1,2}})[次回趟](?P<by_now>了)?"
)
_TRAINED = re.compile(
    r"(?:[念学训练上]|参加|培训|轮)(?:到|的|了|是)?第(?P<which>[1-9]\d?|[一二三四五六七八九十]{1,2})[次回期]"
)
_FOR_MONEY = re.compile(f"{_MONEY}|补贴|补助")
_IN_VAIN = re.compile("没批|没领到|没拿到|没补到|没成|驳回|退回|没通过")


def times_before(text: str, topics: Collection[str], known: Collection[str], book: FactBook) -> list[Said]:
    """What an ordinal of a folded text says of how often money was had; `known`: facts told otherwise."""
    counted = [
        spec
        for spec in book
        if spec.this_year and spec.kind == "count" and spec.id not in known and speaks_now(spec, topics)
    ]
    spec = max(counted, key=lambda one: bool(one.topics), default=None)
    trained = [
        Said(one.id, Quantity.exactly(_which(found)), found.start(), found.end())
        for one in book
        if one.unit == "次" and not one.this_year and one.id not in known and speaks_now(one, topics)
        for found in _TRAINED.finditer(text)
        if not _FOR_MONEY.search(part_before(text, found.start()))
    ]
    if trained:
        return trained
    if spec is None or "今年" not in text or _IN_VAIN.search(text):
        return []
    told = []
    for found in _ORDINAL.finditer(text):
        beside = part_before(text, found.start()) + "," + part_behind(text, found.end())
        of_money = found["had"] or _FOR_MONEY.search(beside)
        if not of_money or is_of_others(spec, text, found.start()):
            continue
        last = _which(found)
        before = last if found["had"] and found["by_now"] else last - 1
        told.append(Said(spec.id, Quantity.exactly(before), found.start(), found.end()))
    return told


def _which(found: re.Match[str]) -> Decimal:
    return find_quantities(f"{found['which']}次")[0].quantity.low
