"""What people and programs see: the HTTP interface and the pages. api.create_app puts them together."""
