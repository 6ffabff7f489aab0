"""What was lacking in the conversation so far, and is there by now.

社保没交 → 公司上个月给补上了 · 等他真交上了呢 · 没考过 → 补考过了
"""

import re
from collections.abc import Sequence

from assistant.dialogue.facts.said import CERTIFICATE
from assistant.dialogue.language.sentence import PART_END
from assistant.rules.assess import with_implied
from assistant.rules.facts import UNSURE, FactBook, Facts, FactSpec, Value, is_lack

_NOT_DONE = re.compile("没|不|未|[吗么?]")
# What may stand before and behind the verb of what is done: 公司上个月|交|上了, 协议又|签|下来了.
_AHEAD = "(?:(?!没|未|不|谁|哪|怎|什么|能|别的|有的|有些|部分|个别|少数|[一大小]半|断|停)[^,。;!?]){0,14}?"
_SO_FAR = "(?:[了上齐全好成满够完进过到]|下来|出来|进去|到手|给[我他她]们?)*"
_THINGS = ("计划", "目录", "清单", "证", "合同", "登记", "手续")
_DONE = r"(?<!了)了(?=$|[呢啊吧呀的,。;!?\d两三四五六七八九十]|能|可以|还|就(?!业)|那)"
_NO = "(?:没有?|未)(?:[再能]|给|[我他她]们?)*"
_NOT = "(?:[上成过到]|下来)*(?=$|[啊呀的,。;!?])"
_OF_MONEY = re.compile("补贴|补助|[钱奖费]")


def had_after_all(
    text: str, now: Facts, before: Facts, asked: FactSpec | None, book: FactBook, mended: Sequence[str]
) -> Facts:
    """What a folded message says is there by now, or is not there after all, without naming it.

    `now`: what it says itself; `before`: what was said before; `asked`: the question that is open; `mended`:
    words that put right what was lacking, whatever that is (补上). Nothing where it may be said of several.
    """
    lacking = [fact for fact, value in before.items() if fact not in now and _is_lacking(book[fact], value)]
    if asked is not None and asked.kind == "yes_no" and asked.id not in (*now, *lacking):
        lacking.append(asked.id)
    if now.get(CERTIFICATE) is True:
        certificates = with_implied({CERTIFICATE: False}, book)
        return _only(
            [fact for fact in lacking if fact in certificates and before.get(fact) is False], True, book
        )
    parts = PART_END.split(text)
    got = [fact for fact in lacking if any(_is_gained(part, book[fact], mended) for part in parts)]
    if asked is not None and asked.id in got:
        got = [asked.id]
    if CERTIFICATE in got:
        got = [CERTIFICATE]  # of which the others follow
    if len(got) == 1 and book[got[0]].kind != "yes_no":
        return {got[0]: UNSURE}  # 合同签了, for nobody knows how long
    had = [fact for fact, value in before.items() if value is True and fact not in now]
    lost = [f for f in had if not book[f].awarded and any(_is_not_gained(part, book[f]) for part in parts)]
    if not any(book[fact].awarded for fact in got) and not any(word in text for word in mended):
        return dict.fromkeys(got, True) or _only(lost, False, book)  # 参了, of the firm and of its people
    return _only(got, True, book) or _only(lost, False, book)


def _only(facts: Sequence[str], value: bool, book: FactBook) -> Facts:
    """The one fact of which the others follow: 求职登记 of 登记."""
    roots = [fact for fact in facts if all(o in (fact, *book[fact].implies.get(value, {})) for o in facts)]
    return {roots[0]: value} if len(roots) == 1 else {}


def _is_lacking(spec: FactSpec, value: Value) -> bool:
    return is_lack(value) if spec.kind == "months" else value in (False, UNSURE) and spec.kind == "yes_no"


def _is_gained(part: str, spec: FactSpec, mended: Sequence[str]) -> bool:
    """Whether a part of a sentence says of something that it was done: 上月开始交了 · 财务说参了."""
    words = (*spec.verbs, *spec.gained)
    if not words or _OF_MONEY.search(part):
        return False
    if _NOT_DONE.search(part) is None and any(word in part for word in mended):
        return True
    things = _any((*spec.names, *_THINGS))
    return re.search(f"^{_AHEAD}(?:{_any(words)}){_SO_FAR}(?:{things})?{_DONE}", part) is not None


def _is_not_gained(part: str, spec: FactSpec) -> bool:
    """其实没交 · 后来又没批下来."""
    words = (*spec.verbs, *spec.gained)
    return bool(words) and re.search(f"^{_AHEAD}{_NO}(?:{_any(words)}){_NOT}", part) is not None


def _any(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
