"""The registers of 双拥台账: what each is called, its columns, and how a year of it is printed."""
