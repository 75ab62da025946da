"""Tests of the site half, most of them on real builds."""
