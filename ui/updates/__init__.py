"""Updates 升级 in the window: a newer program on a stick is offered, told, and installed when this one has closed."""
