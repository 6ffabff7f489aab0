"""A time that is asked for and is not the policy's own: 统计时间从哪天到哪天, 开班备案按哪个文件执行."""

import re

from assistant.dialogue.answers.clause_words import passage
from assistant.dialogue.answers.desk import Desk
from assistant.dialogue.answers.kind import asks_only_how_long
from assistant.dialogue.answers.meant import policies_meant
from assistant.dialogue.answers.nearest_clauses import UNSURE_COVERAGE, find
from assistant.dialogue.language.words import BLANK, blanked
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.search.tokens import fold

# 开班备案按哪个文件执行 asks for what a clause refers to.
_BY_WHICH = re.compile(
    "(?:按照?|依据?|根据|参照|(?<!现在)(?<!目前)[看照])(?:的是)?(?:哪个|哪份|什么|哪些)(?:文件|规定|通知|规程|办法)"
)

# 统计时间为上年12月1日至当年11月30日
_DAYS = re.compile(r"\d{1,2}\s*月\s*(?:\d{1,2}\s*日)?\s*(?:起|至|到|—|-|前|底)")

# What answers 从什么时候到什么时候 tells a time.
_TIME = re.compile(r"\d\s*(?:年|个月|月|日|天|个工作日)|每[年月季]|期限|时间|周期|一年|半年")

# What a question on a policy's time holds beside its name.
_SAYS_MORE = re.compile(
    rf"(?!始|束|止)[^{BLANK}\s,。;!?、从到至是的了在会能要这那个项条起请问吗呢啊么麻烦一下帮我查开结截]"
)


def is_of_another_time(desk: Desk, reading: Reading, matter: Matter) -> bool:
    """Whether not the policy's own time is asked for, but one that a clause of it tells, or a document."""
    by_which = "policies" in reading.intents and _BY_WHICH.search(reading.text)
    of_a_period = "period" in reading.intents and not reading.intents & {"validity", "policies"}
    if not (by_which or of_a_period) or asks_only_how_long(reading) or _names_no_more(desk, reading):
        return False
    hits = find(desk, reading, matter, policies_meant(desk, reading, matter), ())
    if not hits:
        return False
    best = hits[0].clause
    told = passage(desk, best, reading.text)
    names_days = of_a_period and _DAYS.search(told)
    if not names_days and (hits[0].coverage < UNSURE_COVERAGE or (of_a_period and not _TIME.search(told))):
        return False
    return best.path not in {q.clause for q in desk.policy_of(best).about.validity_quotes}


def _names_no_more(desk: Desk, reading: Reading) -> bool:
    """Whether a message names a policy and its time and nothing beside: 照亮前程行动从哪天到哪天."""
    named = (policy for policy in desk.library.policies if policy.id in reading.policies)
    names = (
        n for policy in named for n in (policy.about.title, policy.about.short_title, *policy.about.aliases)
    )
    rest = reading.bare
    for name in sorted(map(fold, names), key=len, reverse=True):
        rest = rest.replace(name, "")
    for intent in ("period", "policy"):
        spans = desk.lexicon.intents[intent].find(rest)
        rest = blanked(rest, tuple((found.start, found.end) for found in spans))
    return bool(reading.policies) and not _SAYS_MORE.search(rest)
