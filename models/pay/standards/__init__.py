"""Standards 补助标准: the amounts by kind, grade and year, with the paper that says them."""
