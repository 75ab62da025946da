"""The same minutes in every format a clerk has them in, and what becomes of them."""
