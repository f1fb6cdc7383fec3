"""The command line: thin words around the use cases, without Qt."""
