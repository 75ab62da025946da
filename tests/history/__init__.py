"""What a clerk does to pages that were published: tests with real repositories of git."""
