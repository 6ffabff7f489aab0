"""The single persons whom a message names, and who each piece of it speaks of.

我儿子 · 她老公 · 一个徒弟 · 老王 · 张三      somebody; 他 is whoever was named before
徒弟们 · 3个徒弟 · 培训对象 · 我们厂          nobody alone
我考了中级工，老公高级工他没交社保             of me; of him; of him
我和小李都考过了，合同就我签了                 of both; of me
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from typing import TypeAlias

from assistant.dialogue.language.person_words import (
    ANY_OF_THEM,
    BY_NAME,
    GOES_BY,
    KIN,
    KNOWN,
    ORDINAL,
    SOMEBODY,
    SPOUSE,
)

# The speaker, and somebody of whom no more is told: values of `holder`, as is what others are called.
ONESELF, ANOTHER = "本人", "别人"
AND = "、"  # between several of them in one value: 本人、儿子

_MANY = re.compile(
    r"们|俩|间|[这那]?个(?:厂|公司|店)|家(?!里)|厂|店|校|区|市|县|局|公司|单位|企业|工地|这[边里]|那[边里]|国|省"
)
_SEVERAL = re.compile(r"(?:[2-9]|\d\d|[几多两])[个名位](?:(?![里中])[^,。;!?、\d]){0,4}$")
_WHO_THEY_ARE = re.compile(f"[个名位](?:{'|'.join(KNOWN.values())})?$")
_LINKED = re.compile("[和跟与同、]我?$")
_COUNTED = re.compile(r"(?:\d+|[几两二三四五六七八九十])[个名位](?![^,。;!?]{0,2}[证本月]|工种)")  # 同事3个
_OBJECT = re.compile(
    "(?:没有?|不如|[给帮替跟随问听被由把让叫教带送陪找靠像向比请雇招派收养除]|(?<!不)对|跟着|除了|告诉|通知|不是|并非)$"
)
# 老公跟我|一个厂, 条件跟他|一样: somebody else is told of, who is like one known before
_LIKE = re.compile(
    "(?:们|的)?(?:[^,。;!?]{0,4}(?:一样|一个样|相同)|(?:都?在)?(?:同[一1]?|[一1])[个家]?(?:厂|公司|单位|车间|班|工种))"
)
_TO_BE_LIKE = re.compile("[跟和与同像]$")
_ASKS_FOR = re.compile("(?:[给帮替代]|(?:替|帮)着)$")
_ASKING = re.compile("[^,。;!?]{0,3}(?:问|咨询|打听|了解|查)")
# 公司没给|他|签合同: what is done for somebody, or not, is told of him
_DONE_FOR = re.compile("(?:[给帮替]|[跟和与](?<![没未不][跟和与]))$")
_IS_DONE = re.compile(
    "(?:[都全也还才就]|再|按时|及时|补|续|足额|重新)*(?:签|交|缴|买|上[社保了]|办[社保理]|参保)"
)
_SPEAKS = re.compile(
    "(?:想|来|就是|要)*(?:[问听说讲劝夸]|想知道|了解|咨询|打听|告诉|推荐|介绍|提醒|给我|叫|让|喊"
    "|[帮替给代](?!.{0,3}考))"
)
_LINK = re.compile("(?:家?的)?(?:和|跟|与|同|、|还有)(?:一?个)?")
_OF_HIS = re.compile("[^,。;!?考拿交签没是]{1,6}的")  # 我退伍的表哥
_WOMAN = re.compile(
    "老婆|媳|妻|太太|女(?!婿)|闺|姑(?![父丈])|母|妈|姐(?!夫)|妹(?!夫)|姨(?![父丈])|婆|奶|嫂|婶"
)
_MAN = re.compile(
    "老公|老头|丈夫|先生|儿子|父|爸|弟(?!媳)|哥|兄|婿|侄子|叔|舅(?![妈母])|伯(?!母)|孙子|[姑姨][父丈]|公公|丈人"
    "|岳父|爷|姐夫|妹夫|男"
)
_HIS = re.compile("[他她伊].")
# 一个同事高级工，另一个同事中级工
_OTHER_ONE = re.compile("另外?[一1]?个?(?:我的?)?$")
# 一个徒弟都没带; but 有个室友没过
_NOBODY = re.compile("[都也]没|没(?!过|考|拿|合格|通过|交|签|缴|有?证)")
US_TWO = re.compile("(?:[我咱]们?)(?:两个|2个|俩)人?|[两2]口子|夫妻[俩两]?")
_US = (
    "(?:(?:我|咱|他|她)们?|夫妻|夫妇)(?:两个|2个)|(?:两|2)个?人|[两2]口子|夫妻|夫妇"
    "|(?:我|咱|他|她)们(?=都|也|全|两|各|一起|合同|社保|$)"
)
_OF_ALL = re.compile(f"{_US}|各|一起|大家|分别")
_SAYS_ALL = re.compile(f"[都全均]|{_US}")
_COUPLE = re.compile("[两2]口子|夫妻|夫妇")
_CLAIMS = re.compile("[领补]|拿去|报销|申请|多少|行不行|[吗么]$")
_TELLS = re.compile("[考证级签交缴]|合同|社保|保险|养老|技师|没|过了")
_PART = re.compile("[^,。;!?]+")


@dataclass(frozen=True)
class Person:
    """Somebody: what they are to the speaker, and what tells them from others; `key`: a value of `holder`."""

    relation: str
    called: str
    named: str = field(default="", compare=False)  # with which word, the first time

    @property
    def key(self) -> str:
        """What they are called, as the fact `holder` has it: 大儿子, 妻子, 小张, 同事小林."""
        return self.called or self.relation

    @property
    def name(self) -> str:
        """The name behind what he is to the speaker, or alone: 阿强 of 工友阿强."""
        if self.relation not in (ANOTHER, *BY_NAME):
            return ""
        own = re.sub(f"^(?:{KNOWN[self.relation]})", "", self.called) if self.relation in KNOWN else self.key
        return own if own != self.called or self.relation == ANOTHER else ""

    @property
    def gender(self) -> str | None:
        """男 or 女, where the word for them tells."""
        named = self.named or self.called
        return "女" if _WOMAN.search(named) else "男" if _MAN.search(named) else None


ME = Person(ONESELF, "")
_SOMEBODY_ELSE = Person(ANOTHER, "")
# Who was spoken of before: those told of together side by side, the last ones last.
Known: TypeAlias = Sequence[Sequence[Person]]


@dataclass(frozen=True)
class Mention:
    """Where somebody is named."""

    person: Person
    start: int
    end: int


@dataclass(frozen=True)
class Stretch:
    """A piece of a message that speaks of the same people; nobody: of all whom the message speaks of."""

    start: int
    end: int
    who: tuple[Person, ...] = ()
    is_named: bool = False  # whether it names them itself
    named_to: int = 0  # where the last of their names ends
    before: tuple[Person, ...] = ()  # of whom the piece before speaks
    is_of_all: bool = False  # whether it says that it speaks of all: 都交了


def person_called(key: str) -> Person:
    """Somebody as the fact `holder` has him: 大儿子 is of the children, 小张 nobody's kin."""
    if key in (ONESELF, ANOTHER):
        return ME if key == ONESELF else _SOMEBODY_ELSE
    match = SOMEBODY.match(f"我{key}")
    relation = _person(match).relation if match and match["me"] is None else ANOTHER
    return Person(relation, key, key)


def find_persons(text: str, known: Known = (), *, told_by: bool = False) -> tuple[Mention, ...]:
    """The persons of a folded text that it tells something of, left to right, each time they are named.

    `told_by`: with those who only say something (同事说能领).
    """
    found: list[Mention] = []
    named: list[Person] = []
    if _COUPLE.search(text) and not re.search(SPOUSE, text):
        named.append(_known_as(Person("爱人", "爱人"), (), known))
    before_now = {person for together in known for person in together}
    names = {person.name for person in before_now} - {""}
    kin = {person.key: person for person in before_now if person.relation not in (ONESELF, ANOTHER, *BY_NAME)}
    also_called: dict[str, Person] = {key: person for key, person in kin.items() if len(key) > 1}
    matches = _matches(text, names - {ANOTHER} | also_called.keys())
    for index, match in enumerate(matches):
        before, after = text[: match.start()], text[match.end() :]
        by_name = match.lastgroup == "name" and _WHO_THEY_ARE.search(before)
        several = not by_name and _SEVERAL.search(before)
        if several or _is_many(match, after):  # 两个徒弟|小郑和小蔡
            continue
        behind = matches[index + 1] if index + 1 < len(matches) else None
        name = behind[0] if behind and behind.start() == match.end() and behind.lastgroup == "name" else ""
        if behind and behind.start() == match.end() and _HIS.match(behind[0]) and match.lastgroup != "me":
            continue  # 老周|他老婆
        person = also_called.get(match[0]) or _person(match, named, known, name)
        if name and person.relation not in (ONESELF, ANOTHER):
            also_called[name] = person  # 我同事小林, of whom there may be others; 我儿子小明
        if person != ME and person not in named:
            named.append(person)
        following = behind.start() if behind else 0
        if person == ME and (_SPEAKS.match(after) or _OF_HIS.fullmatch(text, match.end(), following)):
            continue
        if person in before_now and _TO_BE_LIKE.search(before) and _LIKE.match(after) and not told_by:
            continue
        asked_for = _ASKS_FOR.search(before) and _ASKING.match(after)
        linked = found and _LINK.fullmatch(text, found[-1].end, match.start())
        done_for = _DONE_FOR.search(before) and _IS_DONE.match(after)
        if not (asked_for or linked or told_by or done_for) and (
            _OBJECT.search(before) or _SPEAKS.match(after)
        ):
            continue
        found.append(Mention(person, match.start(), match.end()))
    return tuple(found)


def _meant_by(pronoun: str, named: Sequence[Person], known: Known) -> Person:
    """Whom 他 or 她 means: the last who was named and may be called so; nobody in particular of several."""
    other = "女" if pronoun == "他" else "男"
    if fitting := [person for person in named if person.gender != other]:
        return fitting[-1]
    for together in reversed(known):
        fitting = [person for person in together if person != ME and person.gender != other]
        if fitting:
            return fitting[0] if len(fitting) == 1 else _SOMEBODY_ELSE
    return named[-1] if named else _SOMEBODY_ELSE


def _known_as(person: Person, named: Sequence[Person], known: Known) -> Person:
    """Who it is of those named before, where a word may mean one of them: 儿子 a 大儿子, 老婆 an 爱人."""
    for together in (named, *reversed(known)):
        if person in together:
            return person
    for together in (named, *reversed(known)):
        fitting = [one for one in together if _may_be_called(one, person)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else _SOMEBODY_ELSE
    return person


def _may_be_called(one: Person, person: Person) -> bool:
    """Whether a word for somebody may mean one who went by another: 同事 and 同事小林, 哥哥 and 大哥."""
    if person.relation == ANOTHER:
        return one.relation in BY_NAME and one.called.endswith(person.called)
    if person.relation in BY_NAME:
        return one.relation == person.relation and person.called in one.called
    if one.relation != person.relation or {one.gender, person.gender} == {"男", "女"}:
        return False
    if {one.called, person.called} & ANY_OF_THEM:
        return True
    return person.called in one.called or (
        person.called[:1] * 2 == person.called and one.called.endswith(person.called[:1])
    )


def stretches(text: str, known: Known = ()) -> tuple[Stretch, ...]:
    """The folded text in pieces, each with the persons that it speaks of.

    A piece that names nobody goes on with the one before, unless it speaks of all (都考过了). Behind others
    who were told of one by one, in a piece each, it speaks of all of them.
    """
    mentions = find_persons(text, known)
    told: list[Stretch] = []
    for piece in (piece for part in _PART.finditer(text) for piece in _pieces(text, part, mentions)):
        before = _spoken_of(text, told)
        goes_on = not (piece.is_named or _is_of_all(text, piece, told))
        of_all = _SAYS_ALL.search(text, piece.start, piece.end) is not None
        who = before if goes_on else piece.who
        told.append(replace(piece, who=who, before=before, is_of_all=of_all))
    return tuple(told)


def of_each(text: str, known: Known = ()) -> list[tuple[int, int]]:
    """Where a folded text speaks of one person after another, of each from where to where."""
    pieces = stretches(text, known)
    return [
        (some[0].start, some[-1].end)
        for _, group in groupby(pieces, key=lambda piece: piece.who)
        for some in [list(group)]
    ]


def _spoken_of(text: str, told: Sequence[Stretch]) -> tuple[Person, ...]:
    """Of whom what names nobody goes on to speak: not of the speaker, where he only asks (我能去领吗)."""
    if not told:
        return ()
    last = told[-1]
    only_asks = (
        last.who == (ME,)
        and _CLAIMS.search(text, last.start, last.end) is not None
        and _TELLS.search(text, last.start, last.end) is None
    )
    return last.before if only_asks and last.before else last.who or last.before


def persons_of(text: str, pieces: Sequence[Stretch]) -> tuple[Person, ...]:
    """Everybody of whom the pieces of a text speak; 两口子 are the speaker and a spouse."""
    named = [person for piece in pieces for person in piece.who]
    spouse = next((person for person in named if person.relation == "爱人"), Person("爱人", "爱人"))
    couple = (ME, spouse) if _COUPLE.search(text) and len(set(named) - {ME}) < 2 else ()
    return tuple(dict.fromkeys((*named, *couple)))


def _is_of_all(text: str, piece: Stretch, told: Sequence[Stretch]) -> bool:
    """Whether a piece that names nobody speaks of all who were named before."""
    if not told or not told[-1].who or _OF_ALL.search(text, piece.start, piece.end):
        return True
    named = [one.who for one in told if one.is_named]
    several = len(set(named)) > 1
    if several and _SAYS_ALL.search(text, piece.start, piece.end):
        return True
    one_by_one = told[-1].is_named and len(named) > 1 and told[-2].is_named
    return one_by_one and several and ME not in told[-1].who


def _pieces(text: str, part: re.Match[str], mentions: Sequence[Mention]) -> Iterator[Stretch]:
    """A part of a sentence, cut where another person begins to be spoken of."""
    together: list[list[Mention]] = []
    for mention in (m for m in mentions if part.start() <= m.start < part.end()):
        last = together[-1] if together else []
        between = text[last[-1].end : mention.start] if last else ""
        same = mention.person in [m.person for m in last]
        if last and (_LINK.fullmatch(between) or not between or (same and len(last) == 1)):  # 我爸我妈
            last.append(mention)
        else:
            together.append([mention])
    if not together:
        yield Stretch(part.start(), part.end())
        return
    first = part.start()
    ahead = text.rfind(":", first, together[0][0].start) + 1
    if ahead and _SAYS_ALL.search(text, first, ahead):  # 每回都拿了合格证:老陈去了1次
        yield Stretch(first, ahead)
        first = ahead
    starts = [first, *(some[0].start for some in together[1:]), part.end()]
    for some, (start, end) in zip(together, pairwise(starts), strict=True):
        who = tuple(dict.fromkeys(m.person for m in some))
        if len(who) == 1 and re.search(_US, text[start:end]):
            yield Stretch(start, end)
        else:
            yield Stretch(start, end, who, is_named=True, named_to=some[-1].end)


def _matches(text: str, names: Collection[str]) -> list[re.Match[str]]:
    """Where somebody is named; `names`: those known before, who are meant wherever they stand."""
    matches = list(SOMEBODY.finditer(text))
    called = re.compile(f"(?P<name>{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})")
    again = called.finditer(text) if names else ()
    matches += [m for m in again if not any(m.start() < o.end() and o.start() < m.end() for o in matches)]
    return sorted(matches, key=lambda match: match.start())


def _person(match: re.Match[str], named: Sequence[Person] = (), known: Known = (), name: str = "") -> Person:
    """Whom a word means; `name`: what stands right behind it (同事|小林)."""
    kind, words = next((kind, words) for kind, words in match.groupdict().items() if words is not None)
    if kind == "me":
        return ME
    if kind == "other":
        return _meant_by(words, named, known) if words in "他她伊" else _SOMEBODY_ELSE
    if kind == "name":
        return _known_as(Person(ANOTHER, words, words), named, known)
    relations = KIN if kind.startswith("kin") else KNOWN
    relation = list(relations)[int(kind[-1])]
    word = re.compile(relations[relation]).search(match.string, match.start())
    called = GOES_BY.get(word[0], word[0]) if word else relation
    if word and (ordinal := ORDINAL.match(word[0])):
        rest = word[0][ordinal.end() :]
        called = ordinal[0] + (GOES_BY.get(rest, rest) if len(rest) > 1 else rest)
    if relation in BY_NAME:
        begins = word.start() if word else match.start()
        other = _OTHER_ONE.search(match.string[:begins]) and not name
        called = f"{'另一个' if other else ''}{called}{name}"
    return _known_as(Person(relation, called, word[0] if word else ""), named, known)


def _is_many(match: re.Match[str], after: str) -> bool:
    """我们, 徒弟们, 我厂: nobody alone."""
    if match.lastgroup == "me":
        return _MANY.match(after) is not None
    linked = _LINKED.search(match.string, 0, match.start())  # 我跟女工友|两个
    counted = str(match.lastgroup).startswith("known") or match[0].endswith("兄弟")  # 我们兄弟|三个
    return (
        after.startswith("们")
        or (not linked and counted and _COUNTED.match(after) is not None)
        or ("个" in match[0] and _NOBODY.match(after) is not None)
    )
