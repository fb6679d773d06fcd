"""Shapes of strangers' sheets that are no plain list: forms, tables that lie on their side, couples; made plain before they are read."""
