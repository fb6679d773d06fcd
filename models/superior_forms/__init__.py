"""Forms of a superior 上级表格: what each of their headings and blanks asks of the archive, and how it is answered."""
