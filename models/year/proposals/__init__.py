"""Proposals 存在问题 and 下一步打算: figures of what is lacking and of what is to come, which a document may speak of."""
