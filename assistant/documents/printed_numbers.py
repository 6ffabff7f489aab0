"""Numbers as programs print them before list entries: 十二, ③, 壹, iv."""

_CHINESE = "一二三四五六七八九"
_FORMAL = "壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)


def print_number(number: int, form: str) -> str:
    """A number in one of the forms that Word names (w:numFmt); in digits where the form is not known here."""
    match form:
        case "chineseCounting" | "chineseCountingThousand" | "japaneseCounting" | "taiwaneseCounting":
            return _chinese(number, _CHINESE, "十百千")
        case "taiwaneseCountingThousand" | "koreanCounting":
            return _chinese(number, _CHINESE, "十百千")
        case "chineseLegalSimplified" | "ideographLegalTraditional":
            return _chinese(number, _FORMAL, "拾佰仟")
        case "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital":
            return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))
        case "ideographTraditional":
            return _STEMS[(number - 1) % len(_STEMS)]
        case "ideographZodiac":
            return _BRANCHES[(number - 1) % len(_BRANCHES)]
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if 1 <= number <= 20:
            return chr(0x2460 + number - 1)
        case "decimalEnclosedParen" if 1 <= number <= 20:
            return chr(0x2474 + number - 1)
        case "decimalEnclosedFullstop" if 1 <= number <= 20:
            return chr(0x2488 + number - 1)
        case "decimalZero":
            return f"{number:02d}"
        case "upperLetter" | "lowerLetter":
            letters = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letters if form == "upperLetter" else letters.lower()
        case "upperRoman" | "lowerRoman":
            return _roman(number) if form == "upperRoman" else _roman(number).lower()
        case "none":
            return ""
        case _:
            return str(number)


def _chinese(number: int, digits: str, units: str) -> str:
    """12 as 十二, 105 as 一百零五; digits from ten thousand on."""
    if not 0 < number < 10_000:
        return str(number)
    text, skipped = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            text += "零" if skipped and text else ""
            text += digits[digit - 1] + (units[power - 1] if power else "")
        skipped = not digit
    return text[1:] if text.startswith(digits[0] + units[0]) else text


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text
