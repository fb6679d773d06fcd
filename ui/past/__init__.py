"""A past day 截至某一天 in the window: asked for, turned to, and left again."""
