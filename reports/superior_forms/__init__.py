"""Forms of a superior filled in 填表: their own files with answers put into them, and nothing else of them changed."""
