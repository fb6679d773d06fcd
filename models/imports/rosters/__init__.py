"""The rosters 花名册 in which an office kept its people before: read row by row into drafts of files."""
