"""How a message is put: spelling, sentences, numbers, days, denial, doubt; nothing here knows a benefit."""
