"""The rich screens of the team, made with NiceGUI: wall, desk, paper, host."""
