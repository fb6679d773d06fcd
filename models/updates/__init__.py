"""升级包: a newer program that came on a stick, told apart, proven, and handed to its setup."""
