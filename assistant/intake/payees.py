"""Who is paid, in the words of a sentence; nobody where it does not say.

给予企业每人500元   按每人500元标准给予企业   给予个人补贴   补贴给培训机构   对企业…给予每人300元
"""

import re

from assistant.rules.models import Asker

_WHO = (
    "各类生产经营主体|生产经营主体|用人单位|用工企业|中小微企业|小微企业|参保企业|办赛企业|企业|(?:职业)?培训机构|施训机构|评价机构|承训机构|"
    "职业院校|技工院校|院校|学校|个人|本人|劳动者|职工|员工|学员|学徒|导师|参训人员|毕业生|承办单位|主办单位|单位|基地|工作室|社会组织|机构"
)
_GIVEN = re.compile(
    rf"(?:给予|发给|支付给|拨付给|拨付至|补贴给|补给|奖励给|补助给|直补|付给|发放给|由)(?:符合条件的|相应|有关)?(?P<who>{_WHO})(?![一-鿿]{{0,3}}(?:拨付|审核|负责|承担))"
)
_TO = re.compile(rf"(?:向|对)(?P<who>{_WHO})(?:发放|给予|拨付|支付|兑现)")
_FOR = re.compile(r"(?:^|[，,；;。：])对(?P<phrase>[^，。；]{2,60})")
_KINDS: tuple[tuple[str, tuple[Asker, ...]], ...] = (
    ("机构", ("培训机构",)),
    ("院校|学校", ("院校",)),
    ("企业|用人单位|用工|主体|单位", ("企业",)),
    ("基地|工作室", ("企业", "院校", "培训机构")),
    ("个人|本人|劳动者|职工|员工|学员|学徒|导师|人员|毕业生", ("个人",)),
)


def payees_in(sentence: str, at: int) -> tuple[str, ...]:
    """Who gets the amount at sentence[at]: said of it first, else of the sentence; () where nobody is."""
    given = list(_GIVEN.finditer(sentence)) + list(_TO.finditer(sentence))
    if given:
        nearest = min(given, key=lambda match: abs(match.start() - at))
        return (nearest["who"],)
    named = [match["phrase"] for match in _FOR.finditer(sentence[:at])]
    for phrase in reversed(named):
        if found := re.search(
            rf"^(?:[^的]{{0,20}}的)?(?P<list>(?:{_WHO})(?:[、和或者及]+(?:{_WHO}))*)", phrase
        ):
            return tuple(re.findall(_WHO, found["list"]))
        # 对实施…项目的企业或培训机构: what is spoken of stands last.
        if found := re.search(rf"(?P<list>(?:{_WHO})(?:[、和或者及]+(?:{_WHO}))*)$", phrase):
            return tuple(re.findall(_WHO, found["list"]))
    return ()


def askers_of(payees: tuple[str, ...]) -> tuple[Asker, ...]:
    """Who may ask for it; everybody who might where the text names no payee."""
    found: dict[Asker, None] = {}
    for payee in payees:
        found |= dict.fromkeys(next((kinds for words, kinds in _KINDS if re.search(words, payee)), ()))
    return tuple(found) or ("个人", "企业", "培训机构")
