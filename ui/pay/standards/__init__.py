"""Standards 补助标准 in the window: grids, new years, confirming, comparing, and the rules of pay."""
