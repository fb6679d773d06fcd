"""Forecasts 预测: what the coming months bring, and how much money they need."""
