"""The evaluators' calibration: who marks how, how far they agree, and what to ask them."""
