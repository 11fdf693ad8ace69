"""``make kubernetes``: writes the stack of env/student.env as a cluster's objects into state/."""
