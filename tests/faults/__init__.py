"""What can go wrong around a run: it is killed, a disk is full, the clock is wrong, two run at once."""
