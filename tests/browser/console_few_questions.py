"""`python -m tests.browser.console_few_questions FILE console …`: the console, with these questions to replay."""

import sys
from pathlib import Path
from unittest.mock import patch

from assistant.cli import main

if __name__ == "__main__":
    replayed = Path(sys.argv.pop(1))
    with patch("ui.console.app.default_questions", lambda: (replayed,)):
        main()
