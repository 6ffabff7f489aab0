"""No message, however odd, takes long to read: its patterns are not tried in every way."""
