"""The models: the office's records, what may be and what is doubtful in them, and all rules; no window and no paper is known here."""
