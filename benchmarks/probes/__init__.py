"""Programs of their own that the rows start: each prints one JSON object on its last line."""
