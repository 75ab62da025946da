"""Pages from a public meeting or a document: Markdown, front matter, and the folder they lie in."""
