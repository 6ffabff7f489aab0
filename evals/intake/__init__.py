"""How well documents are taken in: metadata and amounts derived, held against what people wrote."""
