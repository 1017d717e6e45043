"""The running convention: its single writer, and what is only ever kept in memory."""
