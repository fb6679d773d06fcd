"""Services to veterans 服务保障: what the office keeps registers of beside 双拥台账."""
