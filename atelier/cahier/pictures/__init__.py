"""What can be drawn of a document: pure; SVG as text, with the same thing said in words beside it."""
