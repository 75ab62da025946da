"""Sources in which closed material lay open, each the smallest that shows it."""
