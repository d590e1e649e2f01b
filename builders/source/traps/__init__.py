"""The mistakes that beginners make in YAML: each finds one kind and says how the line should be written."""
