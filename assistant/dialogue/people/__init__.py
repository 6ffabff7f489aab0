"""The people of a message and of a conversation: single persons, groups, and what is told of them later."""
