"""Forecasts 预测 on paper and as workbooks."""
