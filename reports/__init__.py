"""The reports: all that goes out, on paper, as a file, or as an answer of the command line; no window is known here."""
