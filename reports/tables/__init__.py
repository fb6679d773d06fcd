"""Tables: one list of columns, as rows on the screen, as wide sheets on paper and as a workbook."""
