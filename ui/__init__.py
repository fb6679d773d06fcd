"""The UI, the window: all that an officer sees and does; it asks the models and prints by the reports."""
