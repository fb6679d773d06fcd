"""Lists 一览表: tables of records with what every list has: its foot, its export, its choice of columns."""
