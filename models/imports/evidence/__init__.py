"""Evidence of what a column is: the values that it holds, and what an officer taught of tables of its form."""
