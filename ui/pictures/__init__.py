"""Pictures: cameras and scanners, the photo cropped, scans looked at."""
