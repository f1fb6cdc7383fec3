"""The rehearsal round: invented services, marks and texts that come out as a known result."""
