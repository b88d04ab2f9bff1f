"""Ways of looking at what was found, as Rich renderables."""
