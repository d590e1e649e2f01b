"""Diagnostics in; text for people, JSON for programs, or annotations for GitHub out. Nothing is printed here."""

from builders.report.render import Format, as_json, render, summary

__all__ = ["Format", "as_json", "render", "summary"]
