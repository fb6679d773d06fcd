"""Updates 升级: a newer program that came on a stick as an update pack 升级包, told apart, proven, and handed to its setup."""
