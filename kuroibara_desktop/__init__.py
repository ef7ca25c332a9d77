"""What runs on the user's computer: a Qt app and a headless command for offsite copies."""
