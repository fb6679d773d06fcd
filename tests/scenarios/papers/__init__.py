"""Papers as strangers write them, each beside everything that the program makes of it and tells of it, word for word."""
