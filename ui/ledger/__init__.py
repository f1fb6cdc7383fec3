"""The ledger pages: who is how far, versions and objections, everything that happened."""
