"""What Referat promises, one behaviour a test."""
