"""Which cards and statements say nearly the same: words compared with words, no model, no network."""
