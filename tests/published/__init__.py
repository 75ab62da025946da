"""What is published beside the pages, tried with the programs that read it."""
