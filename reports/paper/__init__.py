"""Paper: fonts, layout, sheets, forms and letters of the house, written as PDF."""
