"""The sheets of the desk: one question each, drawn from the state, answered by commands."""
