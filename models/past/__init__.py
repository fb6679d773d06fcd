"""The past 往日: the archive as it stood on a day, read only, with everything that reads today's archive."""
