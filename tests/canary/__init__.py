"""A word that stands nowhere else in every field that can be closed, and the search for it in all output."""
