"""Who changes his job is not spoken of any more where newcomers are: 那第一回岗前的, behind 转岗呢."""

import re

from assistant.rules.facts import Facts, Value

_GROUP, _CHANGED = "trainee_group", "转岗职工"
_NEWCOMERS = re.compile("(?<!没有)(?<!没)(?<!不是)(?<!不算)(?<!非)(?:岗前|新招|新员工|新人|新来|新入职)")
_CHANGE = re.compile("转岗|换岗|调岗")


def without_changed_jobs(text: str, before: Facts) -> dict[str, Value]:
    """What was told before, without who changes his job, where a folded message turns to newcomers."""
    group = before.get(_GROUP)
    turns = _NEWCOMERS.search(text) and not _CHANGE.search(text)
    if not turns or not isinstance(group, frozenset) or _CHANGED not in group:
        return dict(before)
    rest = {fact: value for fact, value in before.items() if fact != _GROUP}
    return {**rest, _GROUP: left} if (left := group - {_CHANGED}) else rest
