"""A chart as numbers: an axis of time cut into cells, and lanes of what lies in them."""
