"""Chinese characters 汉字: their forms, strokes and parts, apart from what anything is called."""
