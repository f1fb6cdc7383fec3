"""The lead's window on a round: navigation, handing out, the report."""
