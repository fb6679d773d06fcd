"""Statistics of the year on paper and as workbooks, and their charts as the window and the paper draw them."""
