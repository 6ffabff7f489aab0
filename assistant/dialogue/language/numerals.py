"""Numbers as people write them, with how exact they are.

12 · 1,200 · 1.5万 · 1万2千 · 一百二十 · 两千五 · 一二〇 · 半             one number
三四 · 十三四 · 二三十 · 三五 · 3、4 · 十几 · 二十多 · 几十 · 上百      a range
"""

import re
from decimal import Decimal

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000, "k": 1000, "万": 10_000, "w": 10_000, "亿": 100_000_000}
# Signs that are said for a number: 半百个人.
_SIGNS = {"廿": "二十", "卅": "三十", "卌": "四十", "半百": "五十"}
_HANZI = "零〇一二两三四五六七八九十百千万亿"
_ARABIC = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
# 1万2 · 1万2千5: a scale behind arabic digits, and what goes on behind it.
_MIXED = rf"{_ARABIC}(?:[百千万亿wk](?:\d(?![\d.])[百千]?万?){{0,4}})?"
# 百 and 几十 count only where nobody can take them for a part of a word or for a question (几十块?).
_LOOSE = r"(?:[几数][十百千](?![万块元])|(?<=[上近成过])[百千]|百(?=[来多余])|百十)"
# No number is longer than sixteen characters; without a bound a row of them would be read from each anew.
NUMERAL = rf"(?:{_MIXED}|[零〇一二两三四五六七八九十][{_HANZI}]{{0,15}}|半|{_LOOSE})"

_TOKEN = re.compile(rf"{_ARABIC}|[{_HANZI}wk]")
# Two neighbouring digits name the two numbers between which it lies; 三五 is said so as well.
_NEIGHBOURS = re.compile(r"一[二两]|[二两]三|三四|四五|五六|六七|七八|八九|三五")
_POSITIONAL = re.compile(r"[零〇一二三四五六七八九]{3,}|[一二三四五六七八九][零〇]")
_CALENDAR_YEAR = re.compile(r"[一二][零〇一二三四五六七八九]{3}(?=年)")
# 我今年56，女的 says how old; 今年20，去年15 counts something else.
_AGE = re.compile(
    r"(?:(?<=^今年)|(?<=[,。;!?我他她妈爸叔姨婆]今年))(?:已经|都|刚好?|整)*(?:[1-9]\d|[一二三四五六七八九]?十[一二三四五六七八九]?)(?=了?(?:$|[,。;!?]|的人))"
)
# 我爸六十四了, 老汉63: of somebody named so many are years; but 给我妈60 is money.
_PAID = "(?<![给补发欠付退还奖])"
_SOMEBODY = (
    f"(?:{_PAID}[我俺他她]|(?<![给补发欠付退还奖][我他她])(?:爸|妈|爹|娘|[大老]?[叔伯舅姑姨爷奶婆]|[老外]公|公公|婆婆|岳[父母]|丈人|丈母娘|[哥姐弟妹]|老汉|老师傅|老人家?|婶子?|嫂子?|[姑姨舅]父|姨?丈"
    "|大妈|父亲|母亲|老伴|爱人|老头|老太太?|年纪|岁数|年龄|虚岁|[男女]的?)"
    "|(?:^|(?<=[,。;!?]))(?:阿[一-鿿]|[老小][一-鿿]))"
)
_HIS_AGE = re.compile(
    f"{_SOMEBODY}(?:呢,|今年|都|已经?|也|就|刚好?|刚满|快满|整|快|是|虚岁|[年岁][纪数龄]|过了|上了|满|[他她])*"
    r"(?:[4-9]\d|[四五六七八九]十[一二三四五六七八九]?)多?(?=了?(?:$|[,。;!?]|的人)|了|呢|还[能可想要]|才[考学拿])"
)
# 98合格 · 新人25, 合格23 · 新招30: people, without a word for one
_SEVERAL = r"(?!(?:19|20)\d\d)(?:\d{1,4}|[二三四五六七八九]?[十百][零一二三四五六七八九十]{0,4})"
_WHO_PASSED = re.compile(
    rf"(?<![\d.第年级零一二三四五六七八九十百]){_SEVERAL}(?=(?:都|全)?(?:没|不|未)?(?:合格(?!证|率)|通过(?!率)|及格|拿证|拿到证|考过|取证|结业(?!证))|没过)"
)
_HOW_MANY_BEHIND = re.compile(
    "(?:合格|通过|及格|拿证|考过|参加|参训|报名|实到|结业|新人|新员工|学员|员工|职工|工人|录用|入职|招[来进收用]?来?)"
    rf"(?:了|的|有|共){{0,2}}{_SEVERAL}(?=$|[ ,。;!?])"
)
_OF_A_PERSON = re.compile(
    "(?:[我他她]|爸|妈|叔|姨|阿婆)今年|我家?老?(?:[爸妈爹娘叔伯舅姑姨爷奶婆公]|阿姨)|[男女]的|女性|男性|退休|养老金"
    "|丈母娘|丈人|岳[父母]|公公|婆婆|[我他她]的?(?:[大二小]?[哥姐弟妹]|妻子|爱人)"
)


def spell_out(text: str) -> str:
    """A folded text with its numbers in the usual spelling.

    俩 and 仨 hold their measure word (俩月 is 两个月), 廿, 卅 and 半百 are tens, a calendar year gets arabic
    digits (二〇二〇年), no space parts a number from its unit (3 个月), who passed are 人 (98合格), and an
    age has its own (我今年56, 老汉63).
    """
    text = re.sub("俩个?", "两个", re.sub("仨个?", "三个", text))
    for sign, number in _SIGNS.items():
        text = text.replace(sign, number)
    text = re.sub("(?<=[十百])好几|好几(?=[十百千])", "几", text)
    text = _CALENDAR_YEAR.sub(lambda year: "".join(str(_DIGITS[digit]) for digit in year[0]), text)
    text = re.sub(r"(?:前年|去年|今年)\(((?:20)?\d\d年)\)", r"\1", text)  # 去年(2019年)10月
    text = re.sub(rf"上了({NUMERAL}(?:年|个月)多?)的?班", r"上班\1", text)
    text = re.sub(r"(?<=\d)[ \t]+(?=[一-鿿])|(?<=[年月])[ \t]+(?=\d)", "", text)
    text = _HOW_MANY_BEHIND.sub(r"\g<0>人", _WHO_PASSED.sub(r"\g<0>人", text))
    text = _AGE.sub(r"\g<0>岁", text) if _OF_A_PERSON.search(text) else text
    return _HIS_AGE.sub(r"\g<0>岁", text)


def read_numeral(numeral: str) -> tuple[Decimal, Decimal]:
    """The lowest and the highest number that a numeral may mean."""
    if numeral == "半":
        return Decimal("0.5"), Decimal("0.5")
    if numeral[0] in "几数":
        scale = _SCALES[numeral[1]]
        return Decimal(2 * scale), Decimal(10 * scale - 1)
    if not _POSITIONAL.fullmatch(numeral) and (pair := _NEIGHBOURS.search(numeral)):
        head, tail = numeral[: pair.start()], numeral[pair.end() :]
        return _value(head + pair[0][0] + tail), _value(head + pair[0][1] + tail)
    value = _value(numeral)
    return value, value


def whole_number(numeral: str) -> int | None:
    """The whole number that a numeral means; None where it means several, or a half."""
    low, high = read_numeral(numeral)
    return int(low) if low == high == int(low) else None


def smallest_place(value: Decimal) -> Decimal:
    """The place of the last digit that is no zero: 10 for 120, by which 120多 may be exceeded."""
    return Decimal(10) ** (len(value.normalize().as_tuple().digits) * -1 + value.adjusted() + 1)


def _value(numeral: str) -> Decimal:
    """一百二十 → 120, 两千五 → 2500, 一二〇 → 120, 1万2千 → 12000."""
    if len(numeral) > 1 and all(sign in _DIGITS for sign in numeral):
        return Decimal("".join(str(_DIGITS[sign]) for sign in numeral))
    total = section = Decimal(0)
    number: Decimal | None = None
    short, last_scale = False, 1
    for token in _TOKEN.findall(numeral):
        if token in _SCALES:
            scale = _SCALES[token]
            if scale >= 10_000:
                section = (section + (number if number is not None else Decimal(0 if section else 1))) * scale
                total, section = total + section, Decimal(0)
            else:
                section += (Decimal(1) if number is None else number) * scale
            number, short, last_scale = None, True, scale
        elif token in ("零", "〇"):
            number, short = None, False
        else:
            number = Decimal(_DIGITS[token]) if token in _DIGITS else Decimal(token.replace(",", ""))
    # 两千五 means 2500: a bare last digit counts the next smaller scale.
    if number is not None and short and last_scale > 10 and number < 10:
        number *= last_scale // 10
    return total + section + (number or Decimal(0))
