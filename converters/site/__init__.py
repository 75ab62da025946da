"""The site half: reads pages and their front matter, and shows them; it knows nothing of sources."""
