"""What happened instead of what a clause asks for, which denies it without a "no".

somebody else held it       技能课是派遣公司在自己那边办的 · 给他们上课的是外地那家派遣公司 · 班由妇联一手操办
each for himself            安全培训是工人自己花钱去学的; but 自己花钱考的 says nothing of the training
somebody else attended      厂里办班那阵子我在老家，去上课的是同组阿明
broken off                  上到一半就走了 · 只听了前三天 · 剩下的课都翘了
"""

import re
from collections.abc import Iterator

from assistant.dialogue.words import Found

_OTHER_BODY = (
    "(?:派遣公司|派遣单位|派遣方|劳务公司|中介|妇联|残联|团委|街道|社区|村委会?|村里|乡里|镇里|别的公司|别的厂"
    "|别家|[^,。;!?、我咱本]{0,6}(?:就业|农业|民政|教育|商务)局)"
)
_WORK = "(?:操办|包办|张罗|主办|牵头|组织|安排|举办|上课?|办班?|搞|教|训|培训|讲课?)"
_TRAINING = "(?:课|班|培训|讲座|技能|学|训)"
_END = "(?=[,。;!?、]|$)"
_HELD_BY_OTHERS = re.compile(
    f"{_TRAINING}[^。;!?]{{0,20}}?(?:是|由|归|靠){_OTHER_BODY}[^,。;!?、没不未]{{0,12}}?{_WORK}(?:了|的|来的)*{_END}"
    f"|{_TRAINING}[^。;!?]{{0,20}}?是[^,。;!?没不未]{{0,6}}{_OTHER_BODY}[^,。;!?没不未]{{0,6}}(?:上|教|训|办)的"
    f"|(?:上|教|训|办|讲)[^,。;!?没不未]{{0,5}}的(?:都|全)?是[^,。;!?我咱本]{{0,6}}{_OTHER_BODY}"
)
# The firm had it held by somebody: 委托派遣公司办的.
_ENTRUSTED = re.compile("委托|委派|请|找|联合|合作|一起|出钱")
_EACH_FOR_HIMSELF = re.compile(
    "(?:工人|员工|职工|师傅|他们|她们|大家|各人)(?:们|都|全|也|是)*(?:自己|各自|自个儿?|私下里?)"
    "[^,。;!?、没不未考]{0,4}(?:花钱|掏钱|掏腰包|出钱|自费|找|跑|报)"
    f"[^,。;!?、没不未考]{{0,8}}?(?:学|培训|训|上课|报班|上的班)[^,。;!?考]{{0,3}}{_END}"
)
_SOMEBODY_ELSE = re.compile(
    "(?:去|来)?(?:上课|听课|学习?|培训|参加培训|参加|报名)的(?:人)?(?:都|全)?是[^,。;!?没不]{0,3}"
    "(?:同事|同组|同学|工友|别人|他人|人家|邻居|隔壁|室友|老乡|朋友)"
    "|(?:名额|机会)(?:给了|让给|让给了)(?:同事|别人|人家|工友)"
)
# Who asks speaks of himself: 去学的是同事，我没去.
_OF_ONESELF = re.compile("我(?!们|[厂司校])")
_FEW = "[几两一二三四五六七八九十0-9半]"
_BROKEN_OFF = re.compile(
    "(?:上|学|读|听|念|训|培训)到了?(?:一半|半截|中途|半路)[^,。;!?没]{0,4}(?:就|便|退|走|跑|溜|不[上学读去来])"
    "|(?:中途|半路|半道|中间|提前)(?:就|便)?(?:退出|退学|退|跑|走|离开|溜|不[上学读去来干])了?(?!补|钱)"
    f"|(?:只|才|光|就)(?:上|听|学|读|参加)了?(?:前|头|开头)(?:面)?{_FEW}"
    "|(?:后面|后头|剩下|余下|其余|后半)[^,。;!?没]{0,8}?(?:都|全|就)?"
    f"(?:翘|逃|缺|旷|撂下|没再?[上去听学来回])[了过掉]*(?:课|去)?{_END}"
)


def what_happened_instead(text: str) -> Iterator[Found[str]]:
    """What in a folded text says that something else happened, with the fact that it denies."""
    for match in _HELD_BY_OTHERS.finditer(text):
        if not _ENTRUSTED.search(match[0]):
            yield _found("organised_by_firm", match)
    for match in _EACH_FOR_HIMSELF.finditer(text):
        yield _found("organised_by_firm", match)
    for match in _SOMEBODY_ELSE.finditer(text):
        if _OF_ONESELF.search(text[: match.start()] + text[match.end() :]):
            yield _found("training_held", match)
    for match in _BROKEN_OFF.finditer(text):
        yield _found("course_completed", match)


def _found(fact: str, match: re.Match[str]) -> Found[str]:
    return Found(match[0], fact, match.start(), match.end())
