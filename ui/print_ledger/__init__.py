"""The print ledger 打印台账: its page, and the tab of a person's file that tells what of it lies on paper."""
