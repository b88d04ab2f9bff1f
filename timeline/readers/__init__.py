"""From bytes to what a chronology is made of, with every problem: one module per format."""
