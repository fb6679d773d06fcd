"""The desk 工作台, the first page: how many people there are, and what is due, with a button for each."""
