"""Support 求助: what an officer hands over when something does not work, and none of it is anybody's data."""
