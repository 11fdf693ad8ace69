// Package watch reloads files when they change. A reload of Caddy's configuration would do so too, but would close
// connections that were accepted before it and whose request comes after.
package watch

import (
	"context"
	"os"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"go.uber.org/zap"
)

// Every is the time between two checks of the files, so that a change is in force well within a second.
const Every = 250 * time.Millisecond

// Files are read together: a certificate and its key match, or both are refused.
type Files struct {
	// Name is their name in the log. ops/lib/gateway.py looks for "NAME refused, …".
	Name string
	// Load reads the files and puts them in force, or says what is wrong and keeps the old ones.
	Load func() error
	// Refused is 1 while they cannot be used.
	Refused prometheus.Gauge

	paths []string
	seen  []os.FileInfo
}

// New checks the files before they are first read, so that a change between the two is noticed.
func New(paths ...string) *Files {
	return &Files{paths: paths, seen: look(paths)}
}

// Run loads each change until the context ends. It retries refused files at every check: their mode or owner may have been
// fixed without a change of the file, and the second of two files may follow soon.
func (f *Files) Run(ctx context.Context, logger *zap.Logger) {
	ticker := time.NewTicker(Every)
	defer ticker.Stop()
	refusal := ""
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		now := look(f.paths)
		if refusal == "" && same(now, f.seen) {
			continue
		}
		f.seen = now
		err := f.Load()
		switch {
		case err == nil:
			refusal = ""
			f.Refused.Set(0)
			logger.Info(f.Name + " loaded")
		case err.Error() != refusal:
			refusal = err.Error()
			f.Refused.Set(1)
			logger.Error(f.Name+" refused, the one in force stays", zap.Error(err))
		}
	}
}

// look returns the state of the files without reading them, for comparison; a missing file is nil.
func look(paths []string) []os.FileInfo {
	seen := make([]os.FileInfo, len(paths))
	for i, path := range paths {
		if info, err := os.Stat(path); err == nil {
			seen[i] = info
		}
	}
	return seen
}

func same(a, b []os.FileInfo) bool {
	for i, x := range a {
		y := b[i]
		if x == nil || y == nil {
			if x != y {
				return false
			}
			continue
		}
		if !os.SameFile(x, y) || !x.ModTime().Equal(y.ModTime()) || x.Size() != y.Size() || x.Mode() != y.Mode() {
			return false
		}
	}
	return true
}
