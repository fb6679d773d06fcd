"""Statistics 统计表: tables that an office hands in; every cell is a query whose rows can be opened."""
