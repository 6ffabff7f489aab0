"""How a reader wants the pages: size of the text, contrast, inside another page; kept in the address."""

from dataclasses import dataclass, replace
from typing import ClassVar, Literal
from urllib.parse import urlencode

Size = Literal["standard", "large", "elder"]


@dataclass(frozen=True)
class Look:
    """What every address of the pages carries on; nothing of it is stored on the server."""

    size: Size = "standard"
    contrast: bool = False
    embed: bool = False  # in the frame of another page
    region: str = ""  # where that page is
    as_of: str = ""  # the day to answer for, YYYY-MM-DD; empty: today

    sizes: ClassVar[tuple[tuple[Size, str], ...]] = (
        ("standard", "标准"),
        ("large", "大字"),
        ("elder", "长辈版"),
    )

    @classmethod
    def read(cls, fields: dict[str, str]) -> "Look":
        """The look that an address or a form asks for; what makes no sense is passed over."""
        size: Size = next((size for size, _ in cls.sizes if size == fields.get("size")), "standard")
        return cls(
            size=size,
            contrast=bool(fields.get("contrast")),
            embed=bool(fields.get("embed")),
            region=fields.get("region", "")[:100],
            as_of=fields.get("as_of", "")[:10],
        )

    def query(self, *, size: Size | None = None, contrast: bool | None = None) -> str:
        """The end of an address that looks like this, or with another size or contrast; "" for the plain."""
        wanted = replace(
            self,
            size=self.size if size is None else size,
            contrast=self.contrast if contrast is None else contrast,
        )
        fields = {
            "size": "" if wanted.size == "standard" else wanted.size,
            "contrast": "1" if wanted.contrast else "",
            "embed": "1" if wanted.embed else "",
            "region": wanted.region,
            "as_of": wanted.as_of,
        }
        given = {name: value for name, value in fields.items() if value}
        return f"?{urlencode(given)}" if given else ""
