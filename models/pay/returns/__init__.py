"""Returns 银行回盘: what a bank file says of each payment, read, matched with the run and written down."""
