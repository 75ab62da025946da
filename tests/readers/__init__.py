"""Tests of reading bytes into lines."""
