"""The shipped weights and what runs them: onnxruntime, tokenizers and numpy alone."""
