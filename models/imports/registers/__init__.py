"""The registers 登记表 in which an office kept payments, visits and the year's work before: read row by row into records."""
