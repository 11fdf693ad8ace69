package keys

import (
	"context"
	"os"
	"time"

	"go.uber.org/zap"
)

// A changed file is in force well within a second.
const lookEvery = 250 * time.Millisecond

// version tells one state of a file from another without reading it; nil is a file that is not there.
func version(path string) os.FileInfo {
	info, err := os.Stat(path)
	if err != nil {
		return nil
	}
	return info
}

func same(a, b os.FileInfo) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	return os.SameFile(a, b) && a.ModTime().Equal(b.ModTime()) && a.Size() == b.Size() && a.Mode() == b.Mode()
}

// watch takes each change of the key file that can be read whole, and keeps what it has where one cannot. Without it a
// change would need a reload of the configuration, which closes connections whose request has not come yet.
func (h *Handler) watch(ctx context.Context, read os.FileInfo, logger *zap.Logger) {
	ticker := time.NewTicker(lookEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		now := version(h.File)
		if same(now, read) {
			continue
		}
		read = now
		set, err := ReadFile(h.File)
		if err != nil {
			fileRefused.Set(1)
			logger.Error(refusedMessage, zap.Error(err))
			continue
		}
		h.take(set, now)
		logger.Info("key file taken", zap.Int("keys", len(set)))
	}
}

// take puts keys in force. The version was looked up before the file was read: a change between the two is read again.
func (h *Handler) take(set Set, read os.FileInfo) {
	h.set.Store(&set)
	begin(set)
	fileRefused.Set(0)
	if read != nil {
		fileModified.Set(float64(read.ModTime().UnixNano()) / float64(time.Second))
	}
}

// refusedMessage is what 'make key-add' and the others look for in the log.
const refusedMessage = "key file refused, the keys in force stay"
