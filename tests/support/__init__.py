"""What tests share: real parts to talk to (servers, databases, keyrings, disks) and their fixtures."""
