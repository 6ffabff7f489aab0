"""Marks that people leave out or type by halves: 合同两年 没交社保 is two things, as is 合同两年.没交社保."""

import re
from itertools import pairwise

from assistant.dialogue.language.crowd_words import PASSED
from assistant.dialogue.language.person_words import SPOUSE

_SPACE = re.compile(r"\s+")
_POINT = re.compile(r"(?<!\d)[.．]|[.．](?!\d)")
# ２８ 个学员: a number set apart from what it counts; 5 3个 are two numbers
_FIGURES = re.compile(r"(?<=\d)\s+(?=[人名位个])")
_LATIN = re.compile(r"[A-Za-z@/_-]")
_HANZI = re.compile(r"[一-鿿]")
# 新招10人和老员工20人: two lots of people, each named before its number.
_NEXT_LOT = re.compile(r"(?<=\d[人名位])[和跟与加](?=[一-鿿]{2,8}\d+[人名位])")
# 我交了社保|他没交 · 我没过|他过了: of another.
_NEXT_PERSON = re.compile(f"(?<=[了过的着满保])(?=(?:[他她]|{SPOUSE})(?:就|却|还|也)?(?:没|过了))")
# 他有社保|我没有, but not 社保我没有
_HAS_AND_LACKS = re.compile(
    f"((?:[我俺他她]|{SPOUSE})(?:自己)?(?:有|交了?|签了?)[^,，。;；!！?？、没我俺他她]{{1,6}})"
    f"(?=(?:[我俺他她]|{SPOUSE})(?:就|却|还|也)?没)"
)
# 合格证拿到了|没考上等级证, but not 交了没交
_DONE_AND_NOT = re.compile(
    "(?P<done>[考评拿取领签交缴买办发报上到])(?P<so>[了着])(?=没有?(?!(?P=done))[考评拿取领签交缴买办登][^,，。;；!！?？、没不吗的]{2})"
)
# 中级12高级8: levels with the number of people, and no sum of money
_LEVEL_COUNT = re.compile(r"(?<=[初中高]级|级工|技师)(\d{1,2})(?=[初中高]级|技师|[,，。;；、]|剩|其余|$)")
# 20双证15单证5无: people by the certificates that they have
_BY_CERTIFICATES = re.compile(
    r"(?<!\d)(?P<number>\d{1,3})(?:人|个|名)?(?=(?:双|单|无|没)证|无(?:[,，。;；、]|$)"
    r"|(?:什么|啥|一个)证[都也]|[只仅][有拿考][^,，。;；、\d]{0,4}证)"
)
# 贫困户6个、就业困难人员4个: a list without marks, each named before its number. 20人合格18人 is none.
_OF_A_KIND = rf"(?!{PASSED})[一-鿿]{{2,7}}(?<![里厂司们有共了招来到在是])\d+[个名位人]"
_LISTED = re.compile(rf"(?:(?<![一-鿿])|(?<=\d[个名位人])){_OF_A_KIND}(?=(?:{_OF_A_KIND})+(?![一-鿿\d]))")
# 张三、李四、王五|三人: names that end like numbers.
_NAME_AND_NUMBER = re.compile("(?<=张三|李四|王五|赵六)(?=[两二三四五六七八九十]{1,2}[个名位]?人)")
# 社保？老板哪会给我们交: no question, but what the answer behind it is about.
_OF_WHICH = re.compile(
    "(?<=[,，。;；])(?P<what>(?:(?![吗么呢几多哪谁什怎不没有能可])[一-鿿]){2,6})[?？]"
    "(?=(?:老板|公司|厂里?|单位|他们|人家|我们?|从来?|根本|压根)?(?:哪[里儿会肯有]|怎么会|没|从没|才不|想都))"
)
# Words as one types them into a search box (岗前 培训 补贴) are shorter than what has a mark of its own.
_PART, _LONG_PART = 3, 6
# 合同没签|社保有: short, and a sentence of its own; 有没有 补贴 is none
_SAYS = re.compile("(?!.*(?:有没有|是不是|多少|[吗么能几]))[^没未不有了过]{1,4}(?:没|未|不|有|了|过)")


# 参保|没领岗前: what was not done names its own thing, so that it is not what stands before
_LACKS_ANOTHER = re.compile("没有?[领做拿办享上][过了]?[^过了到没吗么\\s]{2,}")


def punctuate(message: str) -> str:
    """The message with a comma for a space between parts of a sentence, 。 for a point that ends one."""
    pieces = _SPACE.split(_FIGURES.sub("", message.strip()))
    joined = pieces[0]
    for before, after in pairwise(pieces):
        joined += ("，" if _are_parts(before, after) else " ") + after
    joined = _HAS_AND_LACKS.sub(r"\1，", joined)
    joined = _DONE_AND_NOT.sub(r"\g<0>，", joined)
    joined = _OF_WHICH.sub(r"\g<what>，", joined)
    joined = _LEVEL_COUNT.sub(r"\g<0>个", joined)
    joined = _BY_CERTIFICATES.sub(_people_with, joined)
    joined = _LISTED.sub(r"\g<0>、", joined)
    joined = _NAME_AND_NUMBER.sub("，", _NEXT_PERSON.sub("，", _NEXT_LOT.sub(r"，\g<0>", joined)))
    return joined if _LATIN.search(message) else _POINT.sub("。", joined)


def _people_with(told: re.Match[str]) -> str:
    listed = told.start() and told.string[told.start() - 1] in "证无书"
    return f"{'，' if listed else ''}{told['number']}人"


def _are_parts(before: str, after: str) -> bool:
    if not (before[-1:].isalnum() and after[:1].isalnum() and _HANZI.search(before) and _HANZI.search(after)):
        return False
    shorter, longer = sorted((len(before), len(after)))
    if len(before) > 1 and _LACKS_ANOTHER.match(after):
        return True
    says = shorter > 1 and (_SAYS.match(before) or (shorter > 2 and _SAYS.match(after)))
    return bool(shorter >= _PART or (longer >= _LONG_PART and shorter > 1) or says)
