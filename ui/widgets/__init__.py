"""Widgets that know no noun of the office: buttons, charts, dialogs, icons, the look of the program."""
