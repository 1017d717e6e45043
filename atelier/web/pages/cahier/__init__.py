"""`/{slug}/cahier`: what was said on the left, the document in the middle, what will be printed on the right."""
