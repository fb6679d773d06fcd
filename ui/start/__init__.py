"""The start: making, opening and recovering an archive, signing in, the office and its accounts."""
