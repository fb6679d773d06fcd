"""What the program costs, against floors measured on the same machine in the same run."""
