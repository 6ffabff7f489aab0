"""Source file → mended text → clauses → policies → library; `__all__` lists the verbs in that order."""

from assistant.documents.document_numbers import find_document_numbers
from assistant.documents.library import Library, load_library
from assistant.documents.mend import mend
from assistant.documents.outline import outline
from assistant.documents.outline_table import outline_table, write_outlines
from assistant.documents.quotes import locate_quote
from assistant.documents.readers import read_source
from assistant.documents.sandbox import read_safely

__all__ = [  # noqa: RUF022  the order of the pipeline
    "read_safely",
    "read_source",
    "mend",
    "outline",
    "find_document_numbers",
    "Library",
    "load_library",
    "outline_table",
    "write_outlines",
    "locate_quote",
]
