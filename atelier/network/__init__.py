"""Where this machine can be reached: addresses, QR codes."""
