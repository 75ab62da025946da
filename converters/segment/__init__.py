"""Inference: what each line of a document is, told by the document itself and the lexicon."""
