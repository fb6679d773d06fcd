"""Superior's forms 上级表格 as they come: invented, in many spellings and layouts, to be filled and compared."""
