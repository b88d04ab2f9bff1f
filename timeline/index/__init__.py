"""The SQLite index that answers every question: its schema, how it is made and kept fresh."""
