"""The same question put differently gets the same benefits and amounts.

A relation puts a question in other words that mean the same; None where there is nothing to change.
No answer is written down here: each is held against the answer to the question as it was.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from opencc import OpenCC

from assistant.bootstrap import Assistant
from assistant.dialogue.models import Reply
from evals.models import Case

LEAST = 0.995  # the share of questions that must get the same
Messages = tuple[str, ...]  # what is said, turn by turn

_DIGITS = "零一二三四五六七八九"
_COUNT = re.compile(
    r"(?<![\d.,第至~～—-])([1-9]\d?)(?=个|名|人|年(?!\d)|天|次|岁|台)(?!年[1-9一二三四五六七八九十]+月)"
)
_WRITTEN = re.compile(
    r"(?<![一二三四五六七八九十百千万两几第零])([二三四五六七八九]?十[一二三四五六七八九]?|[两三四五六七八九])(?=名|人|个月|台)"
)
_PARTS = re.compile(r"[^，,。；;]+[，,。；;]?")
# What is said in between may change what a number or a level belongs to; then the parts are not facts of one
# person, and their order means something.
_BOUND_TOGETHER = re.compile(
    r"其中|另外|还有|又|也|他们|她们|他|她|这|那|前者|后者|分别|各|都|剩|其余|先|再|后来|但|不过|然后|所以|因为|不对|改"
    r"|第.次|同时|能|吗|多少|几|？|\?"
)
_PEOPLE = re.compile(r"[\d一二三四五六七八九十两几]+(?:多|来)?[名人个位]")
_FULL = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})
_HALF = str.maketrans("，。？！：；（）", ",.?!:;()")
_LEVELS = {"中级工": "四级工", "高级工": "三级工", "初级工": "五级工"}


@dataclass(frozen=True)
class Difference:
    """A question that got other benefits when it was put differently."""

    relation: str
    case: str
    said: Messages
    was: tuple[str, ...]
    now: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """How many questions a relation changed, and which got something else for it."""

    relation: str
    asked: int
    differences: tuple[Difference, ...]


def greeting(question: str) -> Messages | None:
    """A greeting before, thanks behind."""
    return (f"您好，麻烦问一下，{question}谢谢！",)


def full_width(question: str) -> Messages | None:
    """Latin letters, digits and marks in full width."""
    return _unless_same(question.translate(_FULL), question)


def half_width(question: str) -> Messages | None:
    """Chinese marks in half width."""
    return _unless_same(question.translate(_HALF), question)


def traditional(question: str) -> Messages | None:
    """Traditional characters."""
    return _unless_same(_to_traditional().convert(question), question)


def spaces(question: str) -> Messages | None:
    """A space where a comma stands, as people type on a telephone."""
    return _unless_same(question.replace("，", " "), question)


def numbers_in_words(question: str) -> Messages | None:
    """20名 as 二十名."""
    return _unless_same(_COUNT.sub(lambda found: _in_words(int(found[1])), question), question)


def numbers_in_digits(question: str) -> Messages | None:
    """三人 as 3人."""
    return _unless_same(_WRITTEN.sub(lambda found: str(_value(found[1])), question), question)


def synonyms(question: str) -> Messages | None:
    """中级工 as 四级工, as the law has both."""
    changed = question
    for word, other in _LEVELS.items():
        explained = f"{word}（" in changed or other in changed
        changed = changed if explained else changed.replace(word, other)
    return _unless_same(changed, question)


def reordered(question: str) -> Messages | None:
    """The facts between the opening and the question itself, the other way round."""
    first, *facts, last = _parts(question)
    return _unless_same("".join((first, *(_ended(part) for part in reversed(facts)), last)), question)


def split_over_turns(question: str) -> Messages | None:
    """The question first, with what opens it; then each fact in a message of its own."""
    first, *facts, last = _parts(question)
    return (f"{first}{last}", *facts) if facts else None


RELATIONS: dict[str, Callable[[str], Messages | None]] = {
    relation.__name__: relation
    for relation in (
        greeting, full_width, half_width, traditional, spaces, numbers_in_words, numbers_in_digits, synonyms,
        reordered, split_over_turns,
    )
}  # fmt: skip


def run(assistant: Assistant, cases: Iterable[Case]) -> Iterator[Outcome]:
    """Put the first question of each case in every other way, but for those that no benefit answers."""
    asked = [(case, case.turns[0].question) for case in cases]
    before = {case.id: _benefits(_ask(assistant, case, (question,))) for case, question in asked}
    for name, relation in RELATIONS.items():
        changed = [
            (case, said) for case, question in asked if before[case.id] and (said := relation(question))
        ]
        differences = []
        for case, said in changed:
            now = _benefits(_ask(assistant, case, said))
            if now != before[case.id]:
                differences.append(Difference(name, case.id, said, before[case.id], now))
        yield Outcome(name, len(changed), tuple(differences))


def _ask(assistant: Assistant, case: Case, messages: Messages) -> Reply:
    """The reply to the last message of a conversation."""
    session: str | None = None
    on: date = case.as_of
    for message in messages:
        reply = assistant.ask(message, session_id=session, region=case.region, as_of=on)
        session = reply.session_id
    return reply


def _benefits(reply: Reply) -> tuple[str, ...]:
    """Every benefit of a reply with its outcome and amount."""
    return tuple(
        sorted(
            f"{one.rule_id} {one.outcome} {one.amount.low}–{one.amount.high}"
            if one.amount
            else f"{one.rule_id} {one.outcome}"
            for one in reply.benefits
        )
    )


@cache
def _to_traditional() -> OpenCC:
    return OpenCC("s2t")


def _unless_same(changed: str, question: str) -> Messages | None:
    return None if changed == question else (changed,)


def _parts(question: str) -> list[str]:
    """Opening, facts, question; only the two ends where the parts between belong together."""
    parts = [match[0] for match in _PARTS.finditer(question)]
    facts = parts[1:-1]
    several = len(_PEOPLE.findall(question)) > 1
    if len(parts) < 4 or several or any(_BOUND_TOGETHER.search(part) for part in facts):
        return [question, ""]
    return parts


def _ended(part: str) -> str:
    return part if part[-1] in "，,。；;" else f"{part}，"


def _in_words(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return "两" if ones == 2 else _DIGITS[ones]
    return f"{_DIGITS[tens] if tens > 1 else ''}十{_DIGITS[ones] if ones else ''}"


def _value(written: str) -> int:
    tens, ten, ones = written.rpartition("十")
    if not ten:
        return 2 if written == "两" else _DIGITS.index(written)
    return (_DIGITS.index(tens) if tens else 1) * 10 + (_DIGITS.index(ones) if ones else 0)


def share(outcomes: Iterable[Outcome]) -> float:
    """The share of questions that got the same, over all relations."""
    outcomes = list(outcomes)
    differing, asked = sum(len(one.differences) for one in outcomes), sum(one.asked for one in outcomes)
    return 1 - differing / max(1, asked)


def lines(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """What came of it, for people to read: a line for each relation and each difference, and the whole."""
    outcomes = list(outcomes)
    for one in outcomes:
        yield f"  {one.relation:<20}{one.asked - len(one.differences):>5} / {one.asked}"
        for other in one.differences:
            yield f"    {other.case}: {' / '.join(other.said)}"
            yield f"      was {'; '.join(other.was)}"
            yield f"      now {'; '.join(other.now) or 'no benefit'}"
    yield f"  {'all':<20}{sum(one.asked for one in outcomes):>5} asked, {share(outcomes):.2%} the same"
