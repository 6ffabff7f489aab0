"""What came of what people try for, told without its name: 评上了 · 在那30个里面 · 我师弟报了，没选上.

Which award is meant, the topic that is talked about tells, where there is only one that its rules ask for.
"""

import re
from collections.abc import Collection

from assistant.dialogue.language.negation import is_denied, is_failure
from assistant.dialogue.language.sentence import PART_END
from assistant.rules.conditions import comparisons
from assistant.rules.facts import Value, denied_choice
from assistant.rules.rulebook import Rulebook

# 评上了; but 评上了没 asks, and 没评上 is a failure.
_GOT = re.compile(
    r"(?:[评选列入进][上进入中]去?了|入选了?|中选了?|(?:名单[里上中]?|里面?|里头|上面)?有(?:我们|我|本校|本厂)(?:$|(?=[,。;!]))"
    r"|在[那这]\d+[个名位家](?:里面?|里头|之列|当中|之中))(?!没|吗)"
)


def read_outcome(
    text: str, topics: Collection[str], rulebook: Rulebook, policies: Collection[str]
) -> dict[str, Value]:
    """The award that a folded message says was won or not; nothing where it says neither, or of none.

    `policies`: ids of those that are talked about.
    """
    awards = _awards(topics, rulebook, policies)
    if len(awards) != 1:
        return {}
    [(fact, value)] = awards
    is_list = rulebook.book[fact].kind == "choices"
    for part in filter(None, PART_END.split(text)):
        if is_failure(part):
            return {fact: frozenset({denied_choice(str(value))}) if is_list else False}
        got = _GOT.search(part)
        if got and not is_denied(part[: got.start()]):
            return {fact: frozenset({str(value)}) if is_list else True}
    return {}


def _awards(
    topics: Collection[str], rulebook: Rulebook, policies: Collection[str]
) -> set[tuple[str, bool | str]]:
    """What the rules on the topics ask for that others award; a certificate is taken, and says its name."""
    book = rulebook.book
    asked = (
        (compared.fact, compared.operand)
        for rule in rulebook.rules
        if rule.benefit.topic in topics and rule.policy.id in policies
        for compared in comparisons(rule.benefit.when)
        if compared.operator == "is" and isinstance(compared.operand, bool | str)
    )
    return {
        (fact, value)
        for fact, value in asked
        if book[fact].kind in ("yes_no", "choices")
        and book[fact].awards(value)
        and value is not False
        and not book[fact].attainable
    }


def says_only_failure(text: str) -> bool:
    """没考上。: whether the message begins or ends by saying that something failed."""
    parts = [part for part in text.replace("。", ",").replace("!", ",").split(",") if part]
    return any(map(is_failure, (*parts[:1], *parts[-1:])))
