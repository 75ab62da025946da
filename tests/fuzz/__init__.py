"""Fuzzing: damaged and made-up sources for each reader, and the laws that whatever comes out obeys."""
