"""People 优抚对象, the list: filters above, rows below."""
