"""Forms 表单: what was typed in one and not saved when the program ended suddenly."""
