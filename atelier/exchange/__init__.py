"""Formats in and out: the programme file, CSV, JSON."""
