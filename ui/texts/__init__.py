"""The written part of a service: findings, the overall opinion, and the evaluator's phrases."""
