"""What people do with the file: use cases, arithmetic, merge, reports, command line."""

__version__ = "0.1.0"
