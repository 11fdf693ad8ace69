// Package secretfile checks that a file with a secret is closed to other users.
package secretfile

import (
	"os"
	"syscall"
)

// Closed reports whether other users cannot read or change a file: its mode is 600 or less. If root owns the file and this
// process is not root, 640 or less is enough: a cluster mounts a Secret so that only the pod's group can read it.
func Closed(info os.FileInfo) bool {
	status, ok := info.Sys().(*syscall.Stat_t)
	return closed(info.Mode().Perm(), ok && status.Uid == 0, os.Getuid() == 0)
}

func closed(mode os.FileMode, ofRoot, asRoot bool) bool {
	if ofRoot && !asRoot {
		return mode&0o037 == 0
	}
	return mode&0o077 == 0
}
