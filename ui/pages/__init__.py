"""Pages and the edge around them: what every page is, the stack of them, navigation, status line, help."""
