"""Tests of folding an outline into a meeting or a document."""
