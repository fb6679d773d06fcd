"""The journal 操作日志 in the window: entries, what each changed, and turning them back."""
