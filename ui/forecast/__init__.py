"""Forecasts 预测 in the window."""
