"""The search as a LangChain retriever: a question in, clauses as documents out."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import Field, GetPydanticSchema

from assistant.bootstrap import Assistant
from assistant.clock import today
from assistant.dialogue.models import SearchHit

_METADATA = {"policy_id", "path", "title", "document_number", "validity", "score"}
# The assistant is an object that works, not data: pydantic is not to look inside it.
_AsItIs = GetPydanticSchema(lambda _source, handler: handler(Any))


class PolicyRetriever(BaseRetriever):
    """Clauses that answer a question, best first, each a Document.

    `page_content` is the whole clause; `quote` in the metadata is the slice of it that answers. With a
    region, only clauses of its policies. `as_of` is the day that `validity` speaks of, today where None.
    Raises BadInput, in Chinese, for a question or a region that cannot be used.
    """

    assistant: Annotated[Assistant, _AsItIs] = Field(repr=False, exclude=True)
    region: str | None = None
    as_of: date | None = None
    limit: int = Field(default=10, ge=1, le=50)
    clock: Callable[[], date] = Field(default=today, repr=False, exclude=True)

    # The base class runs this one in a thread for whoever awaits.
    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        day = self.as_of or self.clock()
        hits = self.assistant.search(query, region=self.region, as_of=day, limit=self.limit)
        return [self._document(hit) for hit in hits]

    def _document(self, hit: SearchHit) -> Document:
        return Document(
            id=f"{hit.policy_id}/{hit.path}",
            page_content=self.assistant.clause(hit.policy_id, hit.path).text,
            metadata=hit.model_dump(mode="json", include=_METADATA) | {"quote": hit.passage},
        )
