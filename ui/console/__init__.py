"""The hotline console, where an officer looks an answer up while a caller waits. app.open_app starts it."""

import os

# Before anything imports gradio: no figures of use, no look-up of its version, no traces, no hub.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_OFFLINE"] = "1"
