"""A short message that answers the question that is open.

交了 · 没有 · 证齐了 · 不清楚    yes, no, or that nobody knows
没考上 · 落选了                 no, of what one tries for
3 · 20多 · 一年半 · 就我自己     a number in the unit that was asked for
高级 · 4 · 在校生 · 都不是       a choice
去年8月                          a day
"""

import re
from datetime import date

from assistant.dialogue.facts.fact_numbers import fits, in_unit_of
from assistant.dialogue.language.dates import read_date
from assistant.dialogue.language.lexicon import Lexicon
from assistant.dialogue.language.negation import is_failure
from assistant.dialogue.language.numerals import NUMERAL
from assistant.dialogue.language.quantities import find_quantities
from assistant.dialogue.language.sentence import PART_END
from assistant.rules.facts import COUNTED, NONE_OF_THESE, UNSURE, FactSpec, Quantity, Value

_ENDS = ",。;!? "
_PEOPLE = re.compile(f"{NUMERAL}(?:个人?|[名位人])")
_PARTICLES = "的了呢啊哦吧呀嘛哈着过 "
_ADVERBS = (
    "(?:都|全|也|还|已经|早就|早|一直|确实|肯定|当然|从来|暂时|目前|现在|根本|我们?|他们|公司|企业|厂里)*"
)
_QUESTION = re.compile("[吗么哪几]|什么|多少|怎|区别|关系")
_MYSELF = re.compile(r"^(?:就|只有|只)?(?:我|自己|本人|我自己|我本人)?(?:一个人?|1个人?|自己|本人|我)$")
# 财务回话了,没参保 · 刚打电话问了人事,参了的: who told it.
_HEARD_FROM = re.compile(
    "(?:我们?|刚[才刚]?|这[会才]儿?|人事|财务|会计|老板|厂里|公司|单位|人家|他们?|她|村里|社区|街道|窗口|人社局?|社保局"
    "|去|来|打|电话|问|查|核|翻|看|确认|核实|回话|回信|回复|答复|告诉|说|讲|到|好|清楚|清|一?下|出来|结果|不好意思|哦|了|过){1,9}"
)
_CERTIFICATE_AHEAD = re.compile("^(?:合格)?(?:证书?|本本?)(?=[^明])")
_LONGEST_ANSWER = 20
# Of how many months a number without a unit is told where the question names no months.
_SURELY_MONTHS = 12


def read_bare_answer(text: str, spec: FactSpec, lexicon: Lexicon, today: date) -> Value | None:
    """The value that a folded message gives the fact that was asked for; None where it gives none."""
    parts = [part.strip(_PARTICLES) for part in PART_END.split(text)]
    answer = next((part for part in parts if part and not _HEARD_FROM.fullmatch(part)), "")
    if any(word in text for word in lexicon.file.unsure):
        return UNSURE
    if (
        not answer
        or len(answer) > _LONGEST_ANSWER
        or _QUESTION.search(answer)
        or (answer == "对" and text.startswith("对了"))
    ):
        return None
    if spec.awarded is True:
        answer = _CERTIFICATE_AHEAD.sub("", answer) or answer
    if spec.awarded is True and is_failure(answer):
        return NONE_OF_THESE if spec.kind == "choice" else False
    if spec.kind == "yes_no":
        return _yes_or_no(answer, lexicon, spec)
    if spec.kind == "date":
        return read_date(text, today)
    if spec.kind in COUNTED:
        return _number(answer, text.strip(_ENDS), spec, lexicon)
    if spec.kind == "choices" and _yes_or_no(answer, lexicon, spec) is False:
        return frozenset({NONE_OF_THESE})
    return _choice(answer, spec) if spec.kind == "choice" else None


def _yes_or_no(answer: str, lexicon: Lexicon, spec: FactSpec) -> bool | None:
    """Yes or no to what was asked; what names another deed (拿到了, of an insurance) is neither."""
    asked = "".join((spec.question, spec.label, *spec.verbs, *spec.doings, *spec.names))
    others = [deed for same in lexicon.file.deeds if not any(d in asked for d in same) for deed in same]

    def fitting(words: tuple[str, ...]) -> str:
        kept = (word for word in words if not any(deed in word for deed in others))
        return "|".join(re.escape(word.strip(_PARTICLES)) for word in kept)

    doings = map(re.escape, (*spec.verbs, *spec.doings))
    yes = "|".join((fitting(lexicon.file.yes_words), *doings))
    no = fitting(lexicon.file.no_words)
    if re.fullmatch(rf"{_ADVERBS}(?:(?:{no})|(?:没有?|不|未|还没)(?:{yes}))", answer):
        return False
    return True if re.fullmatch(rf"{_ADVERBS}(?:{yes})+", answer) else None


def _number(answer: str, text: str, spec: FactSpec, lexicon: Lexicon) -> Quantity | None:
    if spec.assume_one and _MYSELF.match(answer):
        return Quantity.exactly(1)
    if (
        not spec.assume_one
        and spec.kind in ("count", "months")
        and _yes_or_no(answer, lexicon, spec) is False
    ):
        return Quantity.exactly(0)
    if spec.kind in ("months", "years") and text != answer and _PEOPLE.fullmatch(answer):
        return None  # 一个,建档立卡的贫困户 counts people
    found = find_quantities(re.sub("左右|上下|的样子|[个人名位]$", "", answer) + spec.unit)
    if len(found) != 1 or found[0].start > len("大概是") or not fits(spec, found[0]):
        return None  # 打算带八个月 tells how long, and not how many
    quantity = in_unit_of(spec, found[0].quantity)
    # 3 may be months or years where the question leaves that open.
    clear = spec.kind != "months" or spec.unit in spec.question or quantity.low >= _SURELY_MONTHS
    return quantity if clear else None


def _choice(answer: str, spec: FactSpec) -> str | None:
    """The one choice that has a word which holds the answer; with the unit where that was left out (4级)."""
    for spelled in (answer, answer + spec.unit):
        exact = [c for c, words in spec.choices.items() if spelled in (c, *words)]
        if len(exact) == 1:
            return exact[0]
    holding = [c for c, words in spec.choices.items() if any(answer in word for word in (c, *words))]
    return holding[0] if len(holding) == 1 and len(answer) > 1 else None
