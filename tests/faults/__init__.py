"""What can go wrong around a run: it is killed, the disk is full or shut, the clock is wrong, two run at once."""
