"""The ledger 双拥台账: what each of its registers is called, its columns, and how a year of it is printed."""
