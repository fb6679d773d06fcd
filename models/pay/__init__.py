"""Pay, the regular subsidies 定期抚恤补助: standards, who is entitled to what in which month, and the runs that pay it."""
