"""What a clerk does to pages that were published: correct them, and take them down."""
