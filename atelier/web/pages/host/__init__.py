"""`/host`: whoever started this machine. Make a convention, invite, watch over it, end it."""
