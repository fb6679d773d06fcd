"""The PDF file 可移植文档: its objects, its structure for those who listen, and what makes it fit for archives (PDF/A-2u)."""
