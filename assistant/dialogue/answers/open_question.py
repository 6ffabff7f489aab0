"""Answers to the question that the last reply asked, where only that question tells what they mean.

您是在福州市鼓楼区吗？ — 是的        → 鼓楼区 is the place
属于下面哪一类？ — 高技能领军人才      → the group, and not the topic of that name
签了多长期限的劳动合同？ — 是         → no length: the question is put again, and nothing is forgotten
5名中级工、2名高级工 … — 不对，是6个人 → of which of them: that is asked, and nothing is forgotten
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assistant.dialogue.answers.desk import Answer, Ask, Desk
from assistant.dialogue.answers.fixed_answers import ask_again, ask_region
from assistant.dialogue.answers.group_names import join_names, name_groups
from assistant.dialogue.answers.selection import narrower
from assistant.dialogue.answers.whose_note import called
from assistant.dialogue.facts.said import HEADCOUNT, HOLDER
from assistant.dialogue.language.persons import ANOTHER, ONESELF
from assistant.dialogue.models import Session
from assistant.dialogue.people.remark import Remark
from assistant.dialogue.people.roster import known_persons, leaves_open_whose
from assistant.dialogue.reading import Reading, Together
from assistant.rules.facts import FactBook, Value
from assistant.search.tokens import fold


def take_answer(reading: Reading, session: Session, desk: Desk) -> Reading:
    """The reading of a message that answers with what was offered, whatever else its words may mean."""
    book = desk.rulebook.book
    if session.asked is not None and session.asked in book:
        spec = book[session.asked]
        option = next((option for option in spec.choices if fold(option) == reading.text), None)
        if option is None:
            return reading
        chosen = book.parse({spec.id: [option] if spec.kind == "choices" else option})
        return replace(reading, facts=chosen, topics=(), elsewhere=(), groups=())
    return _confirmed_place(reading, session, desk)


def _confirmed_place(reading: Reading, session: Session, desk: Desk) -> Reading:
    """The reading with the one place that was offered, where the message is a bare yes to it."""
    if session.asked != "region" or not _is_bare(reading, desk.lexicon.file.yes_words):
        return reading
    inside = (p for r in session.regions for p in narrower(desk.library, desk.regions, r))
    offered = tuple(dict.fromkeys(policy.about.region for policy in inside))
    return replace(reading, regions=offered) if len(offered) == 1 else reading


def ask_once_more(reading: Reading, session: Session, desk: Desk) -> Answer | None:
    """The open question again, where the message is a yes or no that does not answer it; else None."""
    words = desk.lexicon.file
    if session.asked is None or not _is_bare(reading, (*words.yes_words, *words.no_words, *words.unsure)):
        return None
    if session.asked in desk.rulebook.book:
        return ask_again(desk.rulebook.book[session.asked])
    return ask_region(desk, "各地的标准不一样。") if session.asked == "region" else None


def ask_which_group(reading: Reading, session: Session, desk: Desk) -> Answer | None:
    """Of which group a corrected number of people is, where several were named and the message names none."""
    book = desk.rulebook.book
    some = reading.groups[0].facts if reading.some else None
    said = reading.facts if some is None else {**reading.facts, **some}
    names_group = reading.topics or any(book[fact].splits for fact in said)
    number = said.get(HEADCOUNT)
    before = tuple((group.topics, book.parse(group.facts)) for group in session.groups)
    about_one = reading.corrects and not reading.groups if some is None else True
    unclear = about_one and not names_group and number is not None
    if len(session.groups) < 2 or not (unclear or _loses_a_group(session, reading, book)):
        return None
    number = number or reading.groups[0].facts[HEADCOUNT]
    told = join_names(name_groups([own for _, own in before], book))
    count = book.show(HEADCOUNT, number).split("：", 1)[1]
    text = f"您说的{count}是哪一类？前面说的是：{told}。请连类别一起说，例如“中级工6名”。"
    return Answer("needs_facts", f"**{text}**", asks=(Ask(HEADCOUNT, text),))


def _loses_a_group(session: Session, reading: Reading, book: FactBook) -> bool:
    """Whether a message counts parts of one group anew, so that the others would be forgotten.

    4个中级有2个…, of five 中级工 and three 高级工; but not 不对，中级3个高级5个, nor another matter.
    """
    counts = [group.facts.get(HEADCOUNT) for group in reading.groups]
    if reading.topics or reading.regions or reading.adds or None in counts or not counts:
        return False

    def kinds(groups: Iterable[Mapping[str, Value]]) -> set[tuple[str, Value]]:
        return {(f, v) for facts in groups for f, v in facts.items() if book[f].splits}

    before = kinds(book.parse(group.facts) for group in session.groups)
    now = kinds({**reading.facts, **group.facts} for group in reading.groups)
    return len(before) > 1 and bool(now) and now < before


def ask_of_whom(session: Session, remarks: Sequence[Remark], desk: Desk) -> Answer:
    """Of which of the groups something is said, where it may be of several."""
    book = desk.rulebook.book
    groups = [book.parse(group.facts) for group in session.groups] or [book.parse(session.facts)]
    told = join_names(name_groups(groups, book))
    counts = [remark.count for remark in remarks if remark.count is not None]
    some = f"这{counts[-1]}人" if counts else ""
    if len(groups) == 1:
        text = f"您说的{some or '人数'}和前面说的对不上。前面说的是：{told}。请把总人数和其中的人数再说一遍。"
    else:
        text = f"您说的{some or '人'}是哪一类？前面说的是：{told}。请连类别一起说，例如“中级工6名”。"
    return Answer("needs_facts", f"**{text}**", asks=(Ask(HEADCOUNT, text),))


def ask_what_is_otherwise(remarks: Sequence[Remark]) -> Answer:
    """What is otherwise with some people of whom it is not understood."""
    counts = [r.count for r in remarks if r.count is not None and not r.facts]
    people = f"这{counts[0]}人" if counts else "这几个人"
    text = f"您说的{people}，哪一项和其他人不一样？比如合同、社保、证书、人员类别。没有不一样的，就不用另说。"
    return Answer("needs_facts", f"**{text}**", asks=(Ask(HEADCOUNT, text),))


def ask_which_person(reading: Reading, session: Session, desk: Desk) -> Answer | None:
    """Of which of several persons a message speaks, or whom it counts, where that is not clear; else None."""
    now = [person.key for together in known_persons(session)[-1:] for person in together]
    every = [person.key for together in known_persons(session) for person in together]
    told = (reading.facts, *(group.facts for group in reading.groups))
    unclear = any(facts.get(HOLDER) == ANOTHER for facts in told) and len(set(now) - {ONESELF}) > 1
    if leaves_open_whose(session, reading, desk.rulebook.book):
        text = f"您说的是哪一位：{'，还是'.join(map(called, now))}？"
    elif unclear:
        text = f"您说的是哪一位：{'，还是'.join(called(key) for key in now if key != ONESELF)}？"
    elif reading.together is Together.OTHERS and len(every) > 1:
        text = f"您说的是哪几位？前面说到的是：{'、'.join(map(called, every))}。"
    else:
        return None
    text = f"{text}请连人带事再说一遍，例如“我儿子没交社保”。"
    return Answer("needs_facts", f"**{text}**", asks=(Ask(HOLDER, text),))


def _is_bare(reading: Reading, words: tuple[str, ...]) -> bool:
    """Whether the message is one of the words and nothing else."""
    says = reading.facts or reading.groups or reading.topics or reading.regions or reading.policies
    return not says and reading.text.strip(",。;!?、的了呢啊哦吧呀 ") in words
