"""A scanner as offices have them: what it makes of pages that lie askew, are dirty, stamped over, and come as small files."""
