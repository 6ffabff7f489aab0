"""The single persons whom a message names, and who each piece of it speaks of.

我儿子 · 她老公 · 一个徒弟 · 老王 · 张三      somebody; 他 is whoever was named before
徒弟们 · 3个徒弟 · 培训对象 · 我们厂          nobody alone
我考了中级工，老公高级工他没交社保             of me; of him; of him
我和小李都考过了，合同就我签了                 of both; of me
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

# The speaker, and somebody of whom no more is told; values of the fact `holder`, as are the names of kin.
ONESELF, ANOTHER = "本人", "别人"

_SPOUSE = "老公|老婆|媳妇|爱人|丈夫|妻子|老伴|那口子"
_PARENT = "父亲|母亲|老[爸妈爹娘]|老爷子|爸爸|妈妈|(?<=[我俺咱他她])[爸妈爹娘]"
_ELDER = "公公|婆婆|岳父|岳母|丈母娘|丈人|爷爷|奶奶|外公|外婆"
_AT_WORK = "(?:老板|领导|组长|班长|主任|经理|厂长|队长|师[兄弟姐妹]|室友|舍友|同桌|同伴|伙伴|老师|师父)"
_KIN = {
    "同事": f"(?<=[我俺]){_AT_WORK}|(?<=[我俺]们){_AT_WORK}|(?<=[我俺]的){_AT_WORK}",
    "爱人": _SPOUSE,
    "子女": "[大小二]?(?:儿子|女儿|闺女|姑娘)|孩子|女婿|儿媳妇?",
    "父母": _PARENT,
    "兄弟姐妹": "弟弟|哥哥|姐姐|妹妹|兄弟(?!姐妹)|(?<=[我俺他她])[大二小]?[弟哥姐妹](?![夫媳])",
    "亲戚": (
        f"侄[子女儿]?|外甥女?|[姐妹]夫|嫂子|(?<=[我俺大])嫂|弟媳|前[夫妻]|[堂表][弟哥姐妹]|叔叔|舅舅|姨妈|姑姑|(?<=[我俺])[叔姨舅姑]"
        f"|{_ELDER}|亲戚"
    ),
}
# These are somebody one knows only where it is said whose: 我同事, 一个徒弟, but 残疾朋友, 带徒弟.
_KNOWN = {
    "爱人": "对象|男人|先生|太太",
    "朋友": "[男女]?朋友|老乡|邻居|同学|室友|舍友|闺蜜|发小",
    "同事": "同事|工友|搭档",
    "徒弟": "徒弟",
    "师傅": "师傅(?=考|拿|取得|是|没|过了|高级|中级|技师|[一二三四]级)",
}
_ALSO_OTHERS = "(?<!其)他|她|对方|别人|人家(?!窗口|公司|单位|厂|企业|学校|机构|那|说|讲|问|要|局|人社)"
SPOUSE = f"(?:{_SPOUSE}|对象)"
PARENTS = f"(?:爸|妈|爷|奶|父亲|母亲|父母|老人家?|丈母|{_ELDER})"

_SURNAME = (
    "[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈"
    "曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴钟汪姜谭廖邹陆郝孔崔邱秦侯邵孟黎贺龚]"
)
_SURE_SURNAME = "[王李张刘陈杨赵吴徐孙朱胡郭郑梁谢宋韩冯邓曹彭董袁潘蒋蔡吕魏卢姜崔钟谭姚沈苏]"
_DOES = (
    "(?:今年|去年|上个?月|前年|刚|也|就|才|都)*(?:考|拿了|拿到|取得|是?(?:初级|中级|高级|技师|[一二三四五]级)"
    "|没[考过拿交签]|过了|参加了?|签了|交了)"
)
# A name in full only where it stands first and somebody does something; 高级, 黄了 are none.
_FULL_NAME = (
    f"(?:^|(?<=[,。;!?、和跟与])){_SURE_SURNAME}"
    f"[^\\W\\d_的了在是和今去考拿没有也都才过交签人们家厂级州江店局某]{{1,2}}?(?={_DOES})"
)
# 大刘, 二柱, 小翠, 阿强: only before what they have or did.
_NICKNAME = (
    "(?:^|(?<=[,。;!?、和跟与里]))[小大二][^\\W\\d_学时型微企厂工专家级公规件量概约部批多叔]"
    "(?=(?:初级|中级|高级|技师|考[了过出]|没考|没过|过了))"
    "|阿(?![姨婆公爸妈里坝克勒拉富])[一-鿿](?=考|拿|评|取|是|还|也|就|没|过|去了|初|中级|高级|\\d)"
)
_NAME = (
    f"张三|李四|王五|赵六|[老小]{_SURNAME}(?![级子女期末额])|{_SURNAME}(?:师傅|阿姨|[哥姐])|{_FULL_NAME}"
    f"|{_NICKNAME}|(?:^|(?<=[,。;!?、和跟与]))[甲乙丙丁](?=考|拿|取得|是|初级|中级|高级|技师|没|过了)"
)
_ME = "(?:我|俺)(?:自己|本人|个人)?|(?:^|(?<=[,。;!?]))本人"
_MINE = "(?:我|俺|他|她)(?:们|自己)?(?:家|带|教)?的?(?:那个|这个|有一?个|一个|1个)?"
_SOMEBODY = re.compile(
    "|".join(
        [
            *(f"(?:{_MINE})?(?P<kin{i}>{words})" for i, words in enumerate(_KIN.values())),
            *(
                f"(?:{_MINE}|(?:有?一|有1?|1)个|(?:^|(?<=[,。;!?、和跟与是帮替给代级工师])))(?P<known{i}>{words})"
                for i, words in enumerate(_KNOWN.values())
            ),
            f"(?P<name>{_NAME})",
            f"(?P<other>{_ALSO_OTHERS})",
            f"(?P<me>{_ME})",
        ]
    )
)
_MANY = re.compile(
    r"们|俩|间|[这那]?个(?:厂|公司|店)|家(?!里)|厂|店|校|区|市|县|局|公司|单位|企业|工地|这[边里]|那[边里]|国|省"
)
_SEVERAL = re.compile(r"(?:[2-9]|\d\d|[几多两])[个名位](?:(?![里中])[^,。;!?、\d]){0,4}$")
_OBJECT = re.compile(
    "(?:没有?|不如|[给帮替跟随问听被由把让叫教带送陪找靠像向对比请雇招派收养除]|跟着|除了|告诉|通知|不是|并非)$"
)
_ASKS_FOR = re.compile("(?:[给帮替代]|(?:替|帮)着)$")
_ASKING = re.compile("[^,。;!?]{0,3}(?:问|咨询|打听|了解|查)")
_SPEAKS = re.compile(
    "(?:想|来|就是|要)*(?:[问听说讲劝夸]|想知道|了解|咨询|打听|告诉|推荐|介绍|提醒|给我|叫|让|喊"
    "|[帮替给代](?!.{0,3}考))"
)
_LINK = re.compile("(?:家?的)?(?:和|跟|与|同|、|还有)(?:一?个)?")
_OF_HIS = re.compile("[^,。;!?考拿交签没是]{1,6}的")  # 我退伍的表哥
_WOMAN = re.compile("老婆|媳|妻|太太|女(?!婿)|闺|姑|母|妈|姐(?!夫)|妹(?!夫)|姨|婆|奶|嫂")
_MAN = re.compile("老公|丈夫|先生|儿子|父|爸|弟(?!媳)|哥|兄|婿|侄子|叔|舅|岳父|爷|姐夫|妹夫|男")
_NOBODY = re.compile("[都也]?没")  # 一个徒弟都没带
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
    """Somebody: what they are to the speaker (a value of `holder`), and what tells them from others."""

    relation: str
    called: str
    named: str = field(default="", compare=False)  # with which word, the first time


ME = Person(ONESELF, "")


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


def find_persons(text: str, *, told_by: bool = False) -> tuple[Mention, ...]:
    """The persons of a folded text that it tells something of, left to right, each time they are named.

    `told_by`: with those who only say something (同事说能领).
    """
    found: list[Mention] = []
    named: list[Person] = [Person("爱人", "")] if _COUPLE.search(text) else []
    also_called: dict[str, Person] = {}
    matches = list(_SOMEBODY.finditer(text))
    for index, match in enumerate(matches):
        before, after = text[: match.start()], text[match.end() :]
        if _SEVERAL.search(before) or _is_many(match, after):
            continue
        person = _person(match, named)
        if (
            match["name"]
            and found
            and found[-1].end == match.start()
            and found[-1].person.relation != ANOTHER
        ):
            also_called[person.called] = found[-1].person  # 我同事小林
        person = also_called.get(person.called, person)
        if person != ME and person not in named:
            named.append(person)
        following = matches[index + 1].start() if index + 1 < len(matches) else 0
        if person == ME and (_SPEAKS.match(after) or _OF_HIS.fullmatch(text, match.end(), following)):
            continue
        asked_for = _ASKS_FOR.search(before) and _ASKING.match(after)
        linked = found and _LINK.fullmatch(text, found[-1].end, match.start())
        if not (asked_for or linked or told_by) and (_OBJECT.search(before) or _SPEAKS.match(after)):
            continue
        found.append(Mention(person, match.start(), match.end()))
    return tuple(found)


def _meant_by(pronoun: str, named: Sequence[Person]) -> Person:
    """Whom 他 or 她 means: the last who was named and may be called so."""
    others = _WOMAN if pronoun == "他" else _MAN
    fitting = [person for person in named if not others.search(person.named)]
    return (fitting or named)[-1] if named else Person(ANOTHER, "")


def stretches(text: str) -> tuple[Stretch, ...]:
    """The folded text in pieces, each with the persons that it speaks of.

    A piece that names nobody goes on with the one before, unless it speaks of all (都考过了). Behind others
    who were told of one by one, in a piece each, it speaks of all of them.
    """
    mentions = find_persons(text)
    told: list[Stretch] = []
    for piece in (piece for part in _PART.finditer(text) for piece in _pieces(text, part, mentions)):
        before = _spoken_of(text, told)
        goes_on = not (piece.is_named or _is_of_all(text, piece, told))
        of_all = _SAYS_ALL.search(text, piece.start, piece.end) is not None
        who = before if goes_on else piece.who
        told.append(replace(piece, who=who, before=before, is_of_all=of_all))
    return tuple(told)


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
    couple = (ME, Person("爱人", "")) if _COUPLE.search(text) else ()
    named = (person for piece in pieces for person in piece.who)
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


def _person(match: re.Match[str], named: Sequence[Person]) -> Person:
    kind, words = next((kind, words) for kind, words in match.groupdict().items() if words is not None)
    if kind == "me":
        return ME
    if kind == "other":
        return _meant_by(words, named) if words in "他她" else Person(ANOTHER, "")
    if kind == "name":
        return Person(ANOTHER, words)
    relations = _KIN if kind.startswith("kin") else _KNOWN
    relation = list(relations)[int(kind[-1])]
    called = re.compile(relations[relation]).search(match.string, match.start())
    return Person(relation, "" if called is None or relation == "爱人" else called[0], words)


def _is_many(match: re.Match[str], after: str) -> bool:
    """我们, 徒弟们, 我厂: nobody alone."""
    if match["me"] is not None:
        return _MANY.match(after) is not None
    return after.startswith("们") or ("个" in match[0] and _NOBODY.match(after) is not None)
