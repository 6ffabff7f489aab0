"""Building DOCX files as offices write them: automatic numbers, merged cells, revisions, running heads."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from docx import Document
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

_FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


class Word:
    """A DOCX document under construction."""

    def __init__(self) -> None:
        self.document: Any = Document()

    def numbering(self, identifier: int, levels: Sequence[tuple[str, str]], *, restarts: bool = True) -> None:
        """Declare a list: for every level its number format and its text (`decimal`, `%1.`).

        `restarts=False`: a lower level counts on when a higher one begins anew.
        """
        root = self.document.part.numbering_part.element
        restart = "" if restarts else '<w:lvlRestart w:val="0"/>'
        body = "".join(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{restart if at else ""}'
            f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
            for at, (form, text) in enumerate(levels)
        )
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identifier}">{body}</w:abstractNum>'
        )
        first = root.find(qn("w:num"))
        if first is None:
            root.append(abstract)
        else:
            first.addprevious(abstract)
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{identifier}"><w:abstractNumId w:val="{identifier}"/></w:num>'
            )
        )

    def restarted(self, identifier: int, of: int, level: int) -> None:
        """Declare a list that counts as list `of` does, one level of it anew from 1."""
        self.document.part.numbering_part.element.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{identifier}"><w:abstractNumId w:val="{of}"/>'
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )

    def paragraph(self, text: str = "", *, style: str | None = None) -> Any:
        """A paragraph; a line feed in it is a soft line break."""
        return self.document.add_paragraph(text, style=style)

    def numbered(self, text: str, level: int, *, list_id: int, style: str | None = None) -> Any:
        """A paragraph whose number Word prints by itself."""
        paragraph = self.paragraph(text, style=style)
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
            )
        )
        return paragraph

    def revised(self, paragraph: Any, deleted: str, inserted: str) -> None:
        """Append a tracked deletion and a tracked insertion."""
        for tag, text_tag, text in (("w:del", "w:delText", deleted), ("w:ins", "w:t", inserted)):
            change = OxmlElement(tag)
            change.set(qn("w:id"), "1")
            change.set(qn("w:author"), "校对")
            run, words = OxmlElement("w:r"), OxmlElement(text_tag)
            words.text = text
            run.append(words)
            change.append(run)
            paragraph._p.append(change)

    def table(self, rows: Sequence[Sequence[str]], merged: Sequence[tuple[int, int, int, int]] = ()) -> Any:
        """A table; `merged` gives top, left, bottom, right of the cells that are one."""
        table = self.document.add_table(len(rows), len(rows[0]))
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                table.cell(at, column).text = text
        for top, left, bottom, right in merged:
            text = rows[top][left]
            table.cell(top, left).merge(table.cell(bottom, right)).text = text
        return table

    def running(self, head: str, foot: str) -> None:
        """What stands on every page."""
        section = self.document.sections[0]
        section.header.paragraphs[0].text = head
        section.footer.paragraphs[0].text = foot

    def footnote(self, paragraph: Any, text: str) -> None:
        """A footnote that hangs on the end of a paragraph."""
        root = self._footnotes.element
        identifier = 1 + max(int(note.get(qn("w:id"))) for note in root)
        root.append(
            parse_xml(
                f'<w:footnote {nsdecls("w")} w:id="{identifier}"><w:p><w:r><w:footnoteRef/></w:r>'
                f'<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
            )
        )
        paragraph._p.append(
            parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="{identifier}"/></w:r>')
        )

    @cached_property
    def _footnotes(self) -> Any:
        """The part that holds the footnotes; as Word writes it, with the two lines that part them first."""
        parting = "".join(
            f'<w:footnote w:type="{kind}" w:id="{at}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for at, kind in ((-1, "separator"), (0, "continuationSeparator"))
        )
        content = f"<w:footnotes {nsdecls('w')}>{parting}</w:footnotes>".encode()
        own = self.document.part
        part = XmlPart.load(PackURI("/word/footnotes.xml"), _FOOTNOTES_TYPE, content, own.package)
        own.relate_to(part, _FOOTNOTES)
        return part

    def save(self, path: Path) -> None:
        """Write the file."""
        self.document.save(str(path))
