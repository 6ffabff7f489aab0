"""Radicals, which PDF files have for whole characters and people copy from there, as those characters."""

from unicodedata import normalize

# CJK Radicals Supplement, by Unicode's EquivalentUnifiedIdeograph; NFKC does not know them.
_SUPPLEMENT = (
    "⺁厂⺅亻⺈刀⺌小⺎兀⺐尢⺒巳⺓幺⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺧牛⺨犭⺪疋⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺹耂⺺肀⺼月⺽臼"
    "⻂衤⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻏阝⻐钅⻑長⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿"
    "⻯竜⻰龙⻱龜⻲亀⻳龟"
)
# U+2F00 ⼀ to U+2FD5 ⿕ are the radicals of Kangxi, which look like 一 to 龠.
_WHOLE = {number: normalize("NFKC", chr(number)) for number in range(0x2F00, 0x2FD6)}
_WHOLE |= {number: normalize("NFKC", chr(number)) for number in range(0xFB00, 0xFB07)}  # ﬁ as fi
# Two that NFKC knows in their old form.
_WHOLE |= {0x2F3E: "户", 0x2FAD: "青"}
_WHOLE |= dict(zip(map(ord, _SUPPLEMENT[::2]), _SUPPLEMENT[1::2], strict=True))


def whole_characters(text: str) -> str:
    """The text with radicals as the 汉字 that they look like (⼀、⽬标 as 一、目标), ligatures as letters."""
    return text.translate(_WHOLE)
