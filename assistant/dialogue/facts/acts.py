"""Acts that are denied: 没有搞以工代训, 岗前培训没办, 公司没组织, and those that are left open.

Whoever asks for a benefit takes its act for granted; only that it was not done is news.

denied     没给员工办培训 · 以工代训根本没搞 · 说是以工代训，实际没搞 · 不是公司组织的 · 直接上岗
left open  还没培训 · 打算下个月培训 · 有没有组织过培训我不清楚 · 三个人没参加培训 (and the others?)
another's  没参加公司培训，自己去学的 (there was one, but not the firm's)
nothing    没有培训合格证书 · 培训没通过 · 没领过岗前培训补贴 · 去年没培训 · 要不要参加培训
done       搞了以工代训, where it was denied or left open before
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from assistant.dialogue.facts.said import Said, speaks_now
from assistant.dialogue.language.denial import DeniedAct, is_apart, without_thing
from assistant.dialogue.language.doubt import Doubt, doubt_of
from assistant.dialogue.language.instead import WhatHappened
from assistant.dialogue.language.lexicon import Lexicon
from assistant.dialogue.language.negation import is_asked, is_whether
from assistant.dialogue.language.sentence import part_before, part_behind
from assistant.dialogue.language.words import BLANK, Found, WordList
from assistant.rules.facts import UNSURE, FactBook, Value

_HOLDING = "组织|开展|举办|举行|进行|实施|安排|推行|实行|搞|办|做|弄"
_TAKING_PART = "参加|参与|接受|经过|采用|开|上|教|用"
_BEING = ("是", "属于", "按")  # of the act itself: 不是公司组织的; 不是培训机构 denies no training
_DOING = f"(?:{_HOLDING}|{_TAKING_PART})"
_NOTHING = ""  # what words mean that hold an act and are none: 办技校
_SUBJECT = "(?:公司|单位|厂里|老板|企业|我们|他们|学校|机构)"
# 说是以工代训，实际没搞过: the act was named in the part before.
_DENIED_ALONE = re.compile(
    r"(?:但是?|可是?|不过|就是)?(?:也|都|还|一直|从来|从|根本|压根|就|却|又|实际上?|其实)*"
    rf"(?:到现在|至今|最后|结果|后来)?(?:[一1半][天次节堂场回]也?都?)?没有?(?:真的?|真正|正式)?(?:{_HOLDING}|排)(?:过|成|起来|上)?$"
)
# The money for it is no act, nor is one that is denied already: 岗前培训的补贴，一直没办.
_SPOKEN_FOR = re.compile("[没未不无]|补|领|申|钱|报销")
_TWICE = re.compile(r"没有?(?:哪|一)?[个名位]?(?:员工|职工|工人|学员|人)?(?:不|没)|不是没|不可能没")
# 不是没花钱 · 没有让他们直接上岗 · 不是散招的
_IS_NOT_SO = re.compile(
    "(?:不在|没在|不属于|不算|不是|并非|没有?(?:让|叫|把|给)|不会(?:让|叫)|不让)(?:他们|她们|我们?|工人|员工|职工|新人|新员工|学员|大家|谁|说|那种|什么|就|去){0,3}$"
)
_ANY = re.compile("什么|啥")
_NOT_YET = re.compile(r"还没|还未|尚未|暂时没|暂未|没来得及|还不曾")
_INTENDED = re.compile(
    r"(?<![不没])打算|(?<![不没])准备|计划(?:[搞办开做组进])|想[搞办开做参学上组进]|要[搞办开做]个|下个?月|明年|下半年"
)
_PAST = re.compile(r"以前|之前|去年|前年|往年|原来|从前|上次|本来|过去")
# An office that did not; but 应急局网站上查无此证 is about the paper.
_OTHERS = re.compile(r"(?<!我们)(?<!咱们)(?:局|部门|政府|工会|街道|社区|村里)(?!的?[官网系平])")
_SOME = re.compile(
    r"(?:\d+|[二两三四五六七八九十几]+)多?[个名位人](?!月|字)|一[名位]|一个人|有的?人|有些人|部分|其中"
)
_DONE_BEFORE = re.compile(
    rf"{_DOING}(?:了|过|的是|起)(?:一[次期个家场天回班]|这[个种些]|那[个种些]|正式|专门|系统|的)*$|(?:是|{_SUBJECT})$"
)
_DONE_AFTER = re.compile(
    rf"(?:的?(?:班|课程|课|活动|工作|学习|考试))?(?:都|也|已经|早就|{_SUBJECT})*{_DOING}{{1,2}}(?:了|过|完|好)"
)

# 自己去学的，没参加公司培训: learned elsewhere.
_THE_FIRMS = re.compile(
    "没有?(?:去|来)?(?:参加|上|听|去)过?(?:了)?(?:我们)?(?:公司|单位|企业|厂里?|老板)(?:里|组织|办|开|安排)?的?$"
)
_ELSEWHERE = re.compile(
    "(?:自己|自个儿?|自费|自行|外面|外头|别处)(?:[^,。;!?没不未考]{0,6})(?:学|报|上课|培训|训|读)"
)
# 师傅没带过徒弟 tells what he is new to, 课没再上 that it was attended before, 公司跟学校没关系 who owns it.
_NO_DENIAL = {
    "training_held": re.compile("(?:后面|后头|剩下|余下|其余|后半)[^,。;!?、]{0,4}$"),
    "apprenticeship_held": re.compile(
        "师傅(?:[^,。;!?]{0,6}|[^。;!?]{0,6}(?:头一[回次]|第一[回次]|新手),[^,。;!?]{0,3})没有?(?:带|教|收)过$"
    ),
    "taught_with_school": re.compile("(?:公司|企业|单位|厂里?|老板|我们|我)[跟和与同]$"),
}
_UNRELATED = re.compile("(?:没有?(?:什么|啥|任何)?关系|无关)")
_NO_MORE = re.compile("[^,。;!?、]{0,4}没有?再")


class Acts:
    """Reads denials of what the clauses ask somebody to do, by the `acts` of `facts.yaml`."""

    def __init__(self, book: FactBook, lexicon: Lexicon) -> None:
        self._book = book
        self._lexicon = lexicon
        self._things = _words(
            [(spec.id, (*spec.acts, *spec.things)) for spec in book]
            + [(_NOTHING, spec.other_words) for spec in book if spec.acts or spec.things]
        )
        self._undone = _words((spec.id, spec.undone) for spec in book)
        self._doubts = _words((spec.id, spec.doubts) for spec in book)
        doings = (*_HOLDING.split("|"), *_TAKING_PART.split("|"))
        self._grammar = {
            (spec.id, itself): DeniedAct(
                (*(doings if spec.acts else ()), *(_BEING if itself else ()), *spec.doings),
                itself,
                bool(spec.acts),
            )
            for spec in book
            for itself in (True, False)
            if spec.acts or spec.things
        }
        self._doers = _words((spec.id, spec.doers) for spec in book)
        self._left = {spec.id: DeniedAct(spec.doings, moves=False) for spec in book if spec.doers}
        self._instead = WhatHappened(book, lexicon.file.kinds)
        self._apart = _words((spec.id, spec.apart) for spec in book)
        self._alone = {spec.id: without_thing(spec.alone) for spec in book if spec.alone}

    def read(
        self,
        text: str,
        topics: Collection[str],
        spoken_of: Collection[str] = (),
        words: Collection[int] = (),
    ) -> list[Said]:
        """What a folded text says of acts, of some only while a topic of theirs is talked about.

        Only those `spoken_of` before can be said to be done. `words`: where words of other facts stand.
        """
        read = [(found, self._undone_value(text, found)) for found in self._undone.find(text)]
        read += [(found, UNSURE) for found in self._doubts.find(text)]
        acts = (found for found in self._things.find(text) if found.meaning != _NOTHING)
        things = [self._of_the_firm(text, found) for found in acts]
        read += [(found, self._act_value(text, found, spoken_of)) for found in things]
        read += [(found, self._doubted(text, found, words)) for found in things]
        undone = (*self._without_thing(text), *self._left_undone(text), *self._instead.find(text))
        read += [(found, self._undone_value(text, found)) for found in undone]
        done = {(found.meaning, self._way(found)) for found in things if _is_done(text, found)}
        read = [
            (found, value) for found, value in read if value is not False or not self._beside(found, done)
        ]
        denied = {found.meaning for found, value in read if value is False}
        return [
            Said(found.meaning, value, found.start, found.end)
            for found, value in read
            # What is denied outright is not left open by other words for it.
            if value is not None
            and speaks_now(self._book[found.meaning], topics)
            and (value != UNSURE or found.meaning not in denied)
        ]

    def _way(self, found: Found[str]) -> str | None:
        return self._book[found.meaning].way_of(found.word)

    def _beside(self, found: Found[str], done: Collection[tuple[str, str | None]]) -> bool:
        """Whether another way of the same was gone: 没搞岗前培训，搞了转岗培训."""
        way = self._way(found)
        return way is not None and any(fact == found.meaning and one not in (None, way) for fact, one in done)

    def _of_the_firm(self, text: str, found: Found[str]) -> Found[str]:
        """A training as the firm's own, where only that one is denied to have been attended."""
        firms = found.meaning == "training_held" and _THE_FIRMS.search(_around(text, found)[0])
        if firms and _ELSEWHERE.search(text) and ("organised_by_firm", True) in self._grammar:
            return replace(found, word="组织培训", meaning="organised_by_firm")
        return found

    def _undone_value(self, text: str, found: Found[str]) -> Value | None:
        before, after = _around(text, found)
        # 有没有组织 holds 没有组织, 接没接社会上的人 holds 没接社会.
        if before.endswith("有") or is_whether(text, found.start, found.end):
            return UNSURE if self._is_unsure(_sentence_behind(text, found.start)) else None
        return None if _IS_NOT_SO.search(before) else self._denied(text, found, before, after)

    def _without_thing(self, text: str) -> list[Found[str]]:
        """What is denied without its name: 啥也不教."""
        return [
            Found(match[0], fact, match.start(), match.end())
            for fact, pattern in self._alone.items()
            for match in pattern.finditer(text)
        ]

    def _left_undone(self, text: str) -> list[Found[str]]:
        """Whose part it would have been and who took none, and what has nothing to do with it."""
        return [
            found
            for found in self._doers.find(text)
            if self._left[found.meaning].denies("", found.word, _around(text, found)[1])
        ] + [
            found
            for found in self._apart.find(text)
            if is_apart(*_around(text, found)) and not _says_something_else(text, found)
        ]

    def _act_value(self, text: str, found: Found[str], spoken_of: Collection[str]) -> Value | None:
        before, after = _around(text, found)
        if _says_something_else(text, found):
            return None
        itself = found.word in self._book[found.meaning].acts
        grammar = self._grammar[found.meaning, itself]
        denied = grammar.denies(before, found.word, after)
        alone = (
            itself
            and _DENIED_ALONE.fullmatch(_next_part(text, found.end))
            and not _SPOKEN_FOR.search(before + after)
        )
        if (denied and not _TWICE.search(before)) or alone:
            # 这4人没做岗前培训, beside those who did · 有这样的培训没有
            others = _SOME.search(before) is not None and text.count(found.word) > 1
            asked = after.endswith("没有") and "有" in before
            return None if others or asked else self._denied(text, found, before, after)
        if not itself:
            return None
        if is_asked(before, self._lexicon):
            return UNSURE if self._is_unsure(before + after) and grammar.goes_on(after) else None
        done = found.meaning in spoken_of and _is_done(text, found)
        return True if done and not denied else None

    def _doubted(self, text: str, found: Found[str], words: Collection[int]) -> Value | None:
        """培训说是办了，办没办不清楚: what goes without saying is left open where it is doubted."""
        if found.word not in self._book[found.meaning].acts:
            return None
        end = min((start for start in words if start > found.end), default=len(text))
        ahead = ",".join(re.split("[,。;!?]", text[: found.start])[-2:])
        behind = _sentence_behind(text[:end], found.end)
        if _SPOKEN_FOR.match(behind):
            return None
        match doubt_of(ahead, behind, self._book[found.meaning].doings, self._lexicon):
            case Doubt.OPEN:
                return UNSURE
            case Doubt.DENIED:
                return False
        return None

    def _denied(self, text: str, found: Found[str], before: str, after: str) -> Value | None:
        """What a denial comes to: no, open, or nothing where it is asked, of another time or of others."""
        if is_asked(_ANY.sub("", before), self._lexicon):
            return UNSURE if self._is_unsure(before + after) else None
        past = _PAST.search(before) and not self._book[found.meaning].any_year
        if past or _OTHERS.search(before + found.word[:1]):
            return None
        # 今年一个徒弟都没带，明年再说: this year's is settled.
        intended = self._book[found.meaning].acts and _INTENDED.search(text) and "今年" not in before
        left_open = _NOT_YET.search(before + after) or _SOME.search(before) or intended
        return UNSURE if left_open else False

    def _is_unsure(self, part: str) -> bool:
        return any(word in part for word in self._lexicon.file.unsure)


def _is_done(text: str, found: Found[str]) -> bool:
    before, after = _around(text, found)
    return bool(_DONE_BEFORE.search(before) or _DONE_AFTER.match(after))


def _says_something_else(text: str, found: Found[str]) -> bool:
    """Whether what looks like a denial tells something else of the act."""
    after = _around(text, found)[1]
    other = _NO_DENIAL.get(found.meaning)
    none = _UNRELATED.match(after) if found.meaning == "taught_with_school" else True
    return bool((other and none and other.search(text[: found.start])) or _NO_MORE.match(after))


def _around(text: str, found: Found[str]) -> tuple[str, str]:
    """The part of the sentence before a word and behind it, without the blanks of names taken out."""
    before, after = part_before(text, found.start), part_behind(text, found.end)
    return before.replace(BLANK, ""), after.replace(BLANK, "")


def _sentence_behind(text: str, position: int) -> str:
    return re.split("[。!?;]", text[position:])[0]


def _next_part(text: str, position: int) -> str:
    """The part of the sentence behind the one that goes on at a position; "" where there is none."""
    parts = re.split("[,。;!?]", text[position:])
    return parts[1].replace(BLANK, "") if len(parts) > 1 else ""


def _words(words: Iterable[tuple[str, Iterable[str]]]) -> WordList[str]:
    return WordList((word, fact) for fact, own in words for word in own)
