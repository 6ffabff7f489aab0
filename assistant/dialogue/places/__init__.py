"""Places that a message names, and what they are to the people in it."""
