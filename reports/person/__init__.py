"""A person on paper: the file 一人一档 with its cover and forms, what happened, and rosters 花名册 of people."""
