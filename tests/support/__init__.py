"""What tests share: real servers, databases, keyrings and disks to talk to, and their fixtures."""
