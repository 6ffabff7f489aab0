"""The script that an officer reads out: short spoken sentences, the conclusion first. Plain text."""

import re
from dataclasses import dataclass

from assistant.dialogue.models import QuestionOut, Reply
from assistant.rules.facts import UNSURE
from ui.card import BenefitCard, Card, ClauseCard, Line, card

MOST_QUESTIONS = 3
MOST_LIMITS = 2
MOST_CLAUSES = 3
MOST_LINES = 4
ASK_FIRST = "请先问清"
_SENTENCE = re.compile(r"[^。！？]+[。！？]?[”）]*")
_LABELS = re.compile(r"([一二三四五六七八九十]+)(（[一二三四五六七八九十]+）)?(\d+)?")
_MARKUP = re.compile(r"^(?:[-*>#]\s*|\d+\.\s+)+|\*\*", re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """A part of a script, with what it is called."""

    name: str
    sentences: tuple[str, ...]


def script(reply: Reply) -> tuple[Part, ...]:
    """What to say for a reply: conclusion, who is paid, what to ask, which clause, what to keep in mind."""
    answer = card(reply)
    main = _main(answer)
    clauses = [*(one.clause for one in main), *answer.clauses]
    parts = (
        Part("结论", (*_past(main), *_conclusion(answer, main))),
        Part("付给谁", _payees(main)),
        Part("条件", tuple(dict.fromkeys(said for one in main for said in one.open if _is_condition(said)))),
        Part(ASK_FIRST, tuple(map(_question, reply.questions[:MOST_QUESTIONS]))),
        Part("依据", tuple(dict.fromkeys(map(_clause, clauses)))[:MOST_CLAUSES]),
        Part("效力", tuple(dict.fromkeys(f"{_number(c)}{c.validity_text}" for c in clauses[:1]))),
        Part("另外", tuple(map(_line, _beside(answer))) if main else ()),
        Part("提醒", (*_limits(main), *_sentences(answer.next_step))),
    )
    return tuple(part for part in parts if part.sentences)


def plain_script(parts: tuple[Part, ...]) -> str:
    """The script as it is copied: a line for each sentence."""
    lines: list[str] = []
    for part in parts:
        numbered = part.name == ASK_FIRST and len(part.sentences) > 1
        lines.append(f"【{part.name}】")
        lines += [f"{i}. {one}" if numbered else one for i, one in enumerate(part.sentences, 1)]
    return "\n".join(lines)


def spoken_path(path: str) -> str:
    """A clause's labels as they are read out: 二（六）2 → 第二部分（六）第2点; others as they are printed."""
    labels = _LABELS.fullmatch(path)
    if labels is None:
        return path
    chapter, section, point = labels.groups()
    return f"第{chapter}部分{section or ''}{f'第{point}点' if point else ''}"


def _main(answer: Card) -> tuple[BenefitCard, ...]:
    """The benefits to conclude on: one clause often pays firm and worker apart, and both belong together."""
    return tuple(one for one in answer.benefits if _place(one) == _place(answer.benefits[0]))


def _place(benefit: BenefitCard) -> tuple[str, str]:
    return benefit.clause.policy_id, benefit.clause.path


def _past(main: tuple[BenefitCard, ...]) -> tuple[str, ...]:
    """What no longer runs is said before what it paid."""
    clause = main[0].clause if main else None
    if clause is None or clause.validity.tone == "yes":
        return ()
    return (f"先说明一点：{_number(clause)}，{clause.validity.text}。",)


def _conclusion(answer: Card, main: tuple[BenefitCard, ...]) -> tuple[str, ...]:
    said = _sentences("\n".join(answer.notices))
    if main:
        return (*(_benefit(one) for one in main), *said)
    listed = tuple(map(_line, _beside(answer)))
    return (*said, *listed, *_sentences(answer.text))


def _benefit(benefit: BenefitCard) -> str:
    if benefit.verdict.tone == "no":
        return f"{benefit.name}：不能领，{''.join(benefit.open)}"
    assumed = f"（{benefit.assumed}）" if benefit.assumed else ""
    instead = "".join(said for said in benefit.open if not _is_condition(said))
    return f"{benefit.name}，{benefit.amount}{assumed}。{instead}"


def _is_condition(said: str) -> bool:
    """What is open of a benefit is what it still hangs on, or what the text says in place of a sum."""
    return said.startswith("还要看")


def _question(question: QuestionOut) -> str:
    """A question as it is asked: who hears 下面哪一类 does not see them."""
    told = [one for one in question.options if one not in ("是", "否", UNSURE)]
    return f"{question.text}（{'、'.join(told)}）" if told else question.text


def _beside(answer: Card) -> tuple[Line, ...]:
    """What there is besides, what cannot be had included."""
    return (*answer.lines, *answer.lines_more)[:MOST_LINES]


def _line(line: Line) -> str:
    refused = line.amount.startswith("不")  # 不能领, 不符合条件: then nobody is paid
    return f"{line.name}：{line.amount}。" if refused else f"{line.name}：{line.amount}，{line.payee}。"


def _payees(main: tuple[BenefitCard, ...]) -> tuple[str, ...]:
    if len(main) == 1:
        return (f"{main[0].payee}。",)
    return tuple(f"{one.name}，{one.payee}。" for one in main)


def _limits(main: tuple[BenefitCard, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{limit}。" for one in main for limit in one.limits))[:MOST_LIMITS]


def _clause(clause: ClauseCard) -> str:
    return f"{_number(clause)}，{spoken_path(clause.path)}。"


def _number(clause: ClauseCard) -> str:
    return clause.label.removesuffix(clause.path).strip()


def _sentences(markdown: str) -> tuple[str, ...]:
    """Markdown as it is said, a sentence at a time."""
    plain = _MARKUP.sub("", markdown)
    return tuple(
        found.strip() for line in plain.splitlines() for found in _SENTENCE.findall(line) if found.strip()
    )
