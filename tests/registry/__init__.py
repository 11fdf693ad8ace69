"""A host whose image registry answers: a second, empty Docker and a registry on loopback."""
