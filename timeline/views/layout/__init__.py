"""What views share: lines and columns, headers and legends, the colour theme."""
