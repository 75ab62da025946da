"""What is refused before and after a build."""
