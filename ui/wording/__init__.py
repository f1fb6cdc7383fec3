"""The lead's page of final wording: services, what was written of them, what the report says."""
