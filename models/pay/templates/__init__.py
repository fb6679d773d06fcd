"""Templates 银行模板: the lines that they make of a run, and how one is learnt from an example that the bank accepted."""
