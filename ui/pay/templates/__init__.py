"""Templates 银行模板 in the window: one learnt from an example, and the first lines that it makes."""
