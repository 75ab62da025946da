"""Referat: published Danish council minutes in, a searchable static site out."""
