// Package watch takes files anew when they have changed. A reload of Caddy's configuration would do so too, and close
// connections that were accepted before it and whose request comes after.
package watch

import (
	"context"
	"os"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"go.uber.org/zap"
)

// Every is how often files are looked at: a change is in force well within a second.
const Every = 250 * time.Millisecond

// Files are read as one: a certificate and its key fit each other or are both refused.
type Files struct {
	// Name is how the log calls them. "NAME refused, …" is what ops/gateway.py looks for.
	Name string
	// Take reads the files and puts them in force, or says what is wrong and leaves what is.
	Take func() error
	// Refused is 1 while they cannot be taken.
	Refused prometheus.Gauge

	paths []string
	seen  []os.FileInfo
}

// New looks at the files, which are to be read for the first time after that: a change between the two is seen.
func New(paths ...string) *Files {
	return &Files{paths: paths, seen: look(paths)}
}

// Run takes each change until the context ends. What was refused is tried again at every look: its mode or owner may be
// mended without a trace in the file, and of two files the second may be on its way.
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
		err := f.Take()
		switch {
		case err == nil:
			refusal = ""
			f.Refused.Set(0)
			logger.Info(f.Name + " taken")
		case err.Error() != refusal:
			refusal = err.Error()
			f.Refused.Set(1)
			logger.Error(f.Name+" refused, the one in force stays", zap.Error(err))
		}
	}
}

// look tells one state of the files from another without reading them; nil is a file that is not there.
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
