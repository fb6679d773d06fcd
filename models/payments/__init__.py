"""Payments 补助发放: the one record of money that left, whoever paid it, and the illnesses that some of it helped with."""
