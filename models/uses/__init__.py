"""Uses 使用记录: who read or took out what of whom, which changes nothing and is no entry of the journal."""
