"""lessonpress: YAML lesson outlines compiled into PDF handouts and PowerPoint decks."""

__version__ = "0.1.0"
