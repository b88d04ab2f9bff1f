"""A question as SQL, the names in it looked up, and what it found."""
