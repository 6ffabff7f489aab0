"""For programs built on LangChain: the assistant as a retriever and as tools. Needs the extra `langchain`.

Nothing is imported here, so that nobody loads LangChain by accident.
"""
