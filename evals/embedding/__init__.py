"""Making the bundled embedding model: pairs → vocabulary → first vectors → training → int8 → a folder."""
