"""Support 求助 in the window: the self-test of this PC, and the file for whoever helps."""
