"""Only some of those counted have something, so that the others have not.

10人学完，只有6个拿到职业资格证书 → 10人学完，其中6个拿到职业资格证书，其余4人没拿到职业资格证书
The message is rewritten before its groups are read. What has a number of its own (两年合同) is left as it is:
the others may have another.
"""

import re

from assistant.dialogue.language.crowd_words import COUNT, ENDS, THE_REST
from assistant.dialogue.language.quantities import find_people

_THING = "(?:职业资格|技能等级|资格|等级)证书?|(?:劳动)?合同|社保|养老保险"
# 学徒10人，6个拿到职业资格证书: half is paid for those who have only the other one, so that it needs no 只
_SOME_CERTIFIED = (
    "(?<!\\d)(?=(?:其中|里面)?有?[^,。;!?、]{1,6}(?:拿|考|取|领)[^,。;!?、没未不]{0,3}(?:国家)?职业资格证)"
)
_ONLY = re.compile(
    rf"(?:^|(?<=[,。;!?]))(?:但是?|可是?|不过|最后|结果|里面|其中)?(?:就?只|仅|才|就|{_SOME_CERTIFIED})有?(?P<some>{COUNT})(?:是|能)?"
    rf"(?P<verb>有|[拿考取领][到了得出]?|[签交缴买][了]?)(?P<thing>(?:国家|了|过)?(?:{_THING})){ENDS}"
)
_ADVERB = re.compile("[^,。;!?\\d]*?(?:只|仅|才|就)")


def with_the_others(text: str, headcount: int | None) -> str:
    """The folded message, in which those who lack what only some have are told of.

    `headcount`: how many were spoken of before.
    """
    only = _ONLY.search(text)
    in_words = only is not None and (_ADVERB.match(only[0]) is not None or "学徒" in text)
    if only is None or not in_words or THE_REST.search(text):
        return text
    people = find_people(text)
    counts = [int(m.quantity.low) for m in people if m.quantity.is_exact and m.start < only.end()]
    if len(people) == 1:
        counts = [headcount or 0, *counts]
    if len(counts) != 2 or len(people) > 2 or counts[0] <= counts[1]:
        return text  # of whom they are some, is not said
    left = counts[0] - counts[1]
    lack = f"没{only['verb'].rstrip('了')}{only['thing'].lstrip('了过')}"
    if "职业资格" in lack:  # 职业资格证书（含…专项职业能力证书，下同）, 衢市人社发〔2019〕141号 三5
        lack = f"没有{only['thing'].lstrip('了过')}和专项能力证书"
    told = f"其中{only['some']}{only['verb']}{only['thing']},其余{left}人{lack}"
    return f"{text[: only.start()]}{told}{text[only.end() :]}"
