"""What stands around a word of a message, which tells whether it is said or denied (negation.py).

合同和社保都没有     both words count as one, and what is denied behind them is both
派遣工没交社保       what is denied behind 派遣工 is 社保
在不在清单里         "不在清单" is no denial: the question stands before 清单; nor is "不带小厂" of 带不带小厂
"""

import re
from collections.abc import Sequence
from typing import Any

from assistant.dialogue.facts.said import ASKER
from assistant.dialogue.language.negation import DENIED_BEHIND, Around
from assistant.dialogue.language.otherwise import Setting
from assistant.dialogue.language.sentence import PART_END, PHRASE_END, SENTENCE_END, part_before, part_behind
from assistant.dialogue.language.words import BLANK, Found

_LINK_BEFORE = re.compile(r"(?:、|和|跟|与|及|以及|或者?)也?$")
_LINK_AFTER = re.compile(r"(?:、|和|跟|与|及|以及|或者?)?也?$")
_A_NOT_A = re.compile(r"([^,。;!?、])[不没]\1")
_LIST_AHEAD = re.compile("[、跟和与及或]$")
_LONGEST_CHAIN = 3


def around(text: str, words: Sequence[Found[Any]], index: int) -> Around:
    """What stands around one of the words of a text, which are in order."""
    first = last = index
    while first and _is_led_by(text, words[first - 1], words[first]):
        first -= 1
    while last + 1 < len(words) and _is_linked(text, words[last], words[last + 1]):
        last += 1
    start, end = words[first].start, words[last].end
    if start and _A_NOT_A.match(text, start - 1):
        start += len("不在")
    elif start > 1 and _A_NOT_A.match(text, start - 2):
        start += 1
    previous = max((word.end for word in words[:first] if word.end <= start), default=0)
    following = next((word.start for word in words[last + 1 :] if word.start >= end), len(text))
    sentence = SENTENCE_END.split(text[end:following])[0]
    parts = PART_END.split(sentence)
    reaches_word = end + len(sentence) == following < len(text)
    # Names that were taken out stand between nothing: 没·户口 for 没福州户口.
    return Around(
        word=text[words[index].start : words[index].end],
        before=_bare(part_before(text, start)),
        after=_bare(part_behind(text, end)),
        since=_bare(PART_END.split(text[previous:start])[-1]),
        until=_bare(parts[0]),
        beyond=_bare(PHRASE_END.split(sentence)[0]),
        later=tuple(map(_bare, parts[1:-1] if reaches_word else parts[1:])),
        upto=_bare(parts[-1]) if reaches_word and parts[1:] else "",
        rest=_bare(SENTENCE_END.split(text[end:])[0]),
        denied_behind=_owns_denial(text, words, last),
        setting=_setting(text, start, end, _next_fact(words[last + 1 :], end, len(text))),
    )


def _next_fact(words: Sequence[Found[Any]], end: int, otherwise: int) -> int:
    """Where the next word stands that tells something else than who asks, and is no part of the same name."""
    others = (word.start for word in words if word.meaning[0] != ASKER)
    return next((start for start in others if start > end + 1), otherwise)


def _setting(text: str, start: int, end: int, following: int) -> Setting:
    """The clauses around a stretch of the text, up to the next word that is no item of one list with it."""
    clause = PHRASE_END.search(text, end)
    stop = clause.start() if clause else len(text)
    if following < stop and not _LIST_AHEAD.search(text, end, following):
        stop = following
    sentence = SENTENCE_END.split(text[end:])[0]
    parts = PHRASE_END.split(text[stop : end + len(sentence)])
    reached = PHRASE_END.split(text[stop : max(following, stop)])
    later = parts[1 : len(reached) - 1 if following < end + len(sentence) else None]
    return Setting(
        ahead=_bare(PHRASE_END.split(text[:start])[-1]),
        behind=_bare(text[end:stop]),
        later=tuple(map(_bare, later)),
        asks=re.search("[吗么吧]$", sentence) is not None or text[end + len(sentence) :][:1] == "?",
    )


def _bare(text: str) -> str:
    return text.replace(BLANK, "")


def _is_led_by(text: str, word: Found[Any], following: Found[Any]) -> bool:
    between = text[word.end : following.start]
    return _LINK_BEFORE.fullmatch(between) is not None or _is_one_kind(word, following)


def _is_one_kind(word: Found[Any], following: Found[Any]) -> bool:
    """下岗转岗: right behind each other, values of one fact."""
    (fact, value), (other_fact, other) = word.meaning, following.meaning
    one_fact = fact == other_fact and isinstance(value, str) and isinstance(other, str)
    return one_fact and word.end == following.start


def _is_linked(text: str, word: Found[Any], following: Found[Any]) -> bool:
    between = text[word.end : following.start]
    if _is_one_kind(word, following):
        return True
    if between:
        return _LINK_AFTER.fullmatch(between) is not None
    # 合同社保都没有: both; 没签合同社保交了: each for itself.
    return re.match("[都均全]", text[following.end :]) is not None


def _owns_denial(text: str, words: Sequence[Found[Any]], index: int, depth: int = 0) -> bool:
    """Whether what is denied behind a word is that word: 社保没交, 社保没交合同没签, not 派遣工没交社保."""
    following = next((i for i in range(index + 1, len(words)) if words[i].start >= words[index].end), None)
    # 养老没给交|只买了意外险: what begins with 只 is no object.
    if following is None or depth == _LONGEST_CHAIN or text[words[following].start] in "只光":
        return True
    between = text[words[index].end : words[following].start]
    denied = DENIED_BEHIND.search(between)
    if denied is None or PART_END.search(between) or between[denied.end() :].strip("过了着到成"):
        return True
    behind = part_behind(text, words[following].end)
    return bool(DENIED_BEHIND.search(behind)) and _owns_denial(text, words, following, depth + 1)
