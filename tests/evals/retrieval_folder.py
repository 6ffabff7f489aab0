"""A folder of documents and questions in the layout that `python -m evals retrieval --data` reads."""

import gzip
import json
from collections.abc import Mapping
from pathlib import Path

DOCUMENTS = {
    "a": ("工伤保险条例第一条", "职工在工作时间受到伤害的，认定为工伤。"),
    "b": ("劳动法第一条", "用人单位不得克扣劳动者的工资。"),
    "c": ("婚姻法第一条", "夫妻双方自愿的，准予离婚。"),
}
QUESTIONS = {
    "1": ("干活的时候伤着了算不算", "a"),
    "2": ("老板不发钱怎么办", "b"),
    "3": ("小两口要散伙", "c"),
}


def write_folder(folder: Path, questions: Mapping[str, tuple[str, str]] = QUESTIONS) -> Path:
    folder.mkdir(exist_ok=True)
    lines = (json.dumps({"id": key, "name": name, "text": text}) for key, (name, text) in DOCUMENTS.items())
    (folder / "corpus.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
    asked = (json.dumps({"id": key, "text": text}) for key, (text, _) in questions.items())
    (folder / "questions.jsonl").write_text("\n".join(asked), encoding="utf-8")
    rows = (f"{key}\t{document}\t1" for key, (_, document) in questions.items())
    (folder / "qrels.tsv").write_text("\n".join(rows), encoding="utf-8")
    return folder
