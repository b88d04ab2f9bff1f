"""What was found as numbers: facets, cross-tabulation, histograms, gaps, chains."""
