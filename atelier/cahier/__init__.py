"""The document: pure; from the state to chapters, from chapters to Markdown."""
