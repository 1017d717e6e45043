"""The document in Markdown, part by part. Each part is a series of blocks: a blank line parts them."""
