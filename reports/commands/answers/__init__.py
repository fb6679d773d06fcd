"""What commands answer: JSON for programs, words for people."""
