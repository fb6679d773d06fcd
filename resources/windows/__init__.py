"""What makes the Windows program out of this folder's files and locked wheels, on Linux. No part of the program."""
