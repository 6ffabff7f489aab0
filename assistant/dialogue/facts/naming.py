"""Words that only name a benefit or its clause, and do not say that its condition holds.

想报传统文化技能提升计划那个补贴     what is learnt was not said
按新职业新技能那条，开啥课还没定     nor is it here
帮扶地区务工人员的补贴有我份吗       whoever asks so does not say that he is one of them
我们办的是新职业那个班               said: it is what they hold
"""

import re
from collections.abc import Iterable, Sequence

from assistant.dialogue.facts.said import Said
from assistant.dialogue.language.sentence import part_before
from assistant.dialogue.language.words import Found
from assistant.rules.facts import FactBook

_MONEY = "(?:补贴|补助|奖补|奖励|支持|扶持|资助|政策|钱)"
_NAMES = re.compile(
    rf"[^,。;!?]{{0,12}}?(?:[那这]一?(?:条|款|项(?!目)|笔|份|块(?!地))|[那这]一?个的?(?:{_MONEY}|计划|\d)|那\d|的\d{{3,}}"
    rf"|计划[^,。;!?]{{0,3}}{_MONEY}|{_MONEY}[^,。;!?]{{0,3}}(?:有没有|有|包不包括|包括|轮不轮得?到|轮得?到|管不管|管)我)"
)
# 拿过一回岗前的300 tells what was had.
_HAD = re.compile("(?:领|拿|享受|补|申请)(?:过|了)")
# Whoever is, does or learns it says so, whatever it is called.
_SAYS = re.compile(
    r"(?<!不)(?:是|属于|参加|开展|组织|承接|培训|举办|办|开|搞|做|学|训|教)(?:了|的|过|着)?(?:都|就|也)?(?:是)?[^,。;!?、的]{0,4}$"
)


def without_named(
    text: str, said: Iterable[Said], topics: Sequence[Found[str]], book: FactBook
) -> list[Said]:
    """What was said in a folded text but for the "yes" of words that name a benefit and no more."""
    return [item for item in said if not _is_only_named(text, item, topics, book)]


def _is_only_named(text: str, item: Said, topics: Sequence[Found[str]], book: FactBook) -> bool:
    if item.value is not True or book[item.fact].kind != "yes_no":
        return False
    if not topics:
        return False  # 龙头企业那条: nothing else tells which benefit is meant
    if _HAD.search(text, item.start, item.end):
        return False
    before = part_before(text, item.start)
    return _NAMES.match(text, item.end) is not None and _SAYS.search(before) is None
