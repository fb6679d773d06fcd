"""A form's books 表格文件: a workbook that came from somebody else, changed cell by cell, everything else of it kept as it is."""
