"""The law 政策依据: texts by the dates on which they were in force, and what each of their articles says of a matter."""
