"""Records of print: what a run writes into the print ledger 打印台账, and what the officer says after a jam."""
