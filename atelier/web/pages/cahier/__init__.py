"""`/{slug}/cahier`: what was said, the document that is written with it, what will be printed."""
