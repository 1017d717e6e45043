"""What is on the disk: a journalled TinyDB, and one folder for each convention."""
