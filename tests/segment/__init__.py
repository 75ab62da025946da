"""Tests of finding the outline of a document in its lines."""
