package secretfile

import (
	"os"
	"path/filepath"
	"testing"
)

func TestClosed(t *testing.T) {
	for _, test := range []struct {
		mode           os.FileMode
		ofRoot, asRoot bool
		want           bool
	}{
		{0o600, false, false, true},
		{0o400, true, false, true},
		{0o440, true, false, true}, // a Secret's file, by the pod's fsGroup
		{0o640, true, false, true},
		{0o440, false, false, false}, // the owner could be anyone
		{0o440, true, true, false},   // root needs no group to read it
		{0o660, true, false, false},
		{0o444, true, false, false},
		{0o450, true, false, false},
		{0o604, false, false, false},
	} {
		if got := closed(test.mode, test.ofRoot, test.asRoot); got != test.want {
			t.Errorf("%+v: %v", test, got)
		}
	}
}

func TestClosedLooksAtTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "secret")
	for mode, want := range map[os.FileMode]bool{0o600: true, 0o604: false} {
		if err := os.WriteFile(path, nil, mode); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil || Closed(info) != want {
			t.Errorf("mode %04o: %v", mode, err)
		}
	}
}
