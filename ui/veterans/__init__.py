"""Services to veterans 服务保障: the tab of its registers."""
