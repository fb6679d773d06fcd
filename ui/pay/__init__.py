"""Pay, the regular subsidies, in the window: standards, grants, runs, and what a person is paid."""
