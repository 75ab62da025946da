"""What a source is read in: a process of its own, with limits, that can do nothing but read."""
