"""Maps of a lesson in, drawings out: land from Natural Earth, and what the outline puts on it."""
