package watch

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	dto "github.com/prometheus/client_model/go"
	"go.uber.org/zap"
	"go.uber.org/zap/zaptest/observer"
)

func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !holds(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("not within ten seconds: " + what)
		}
	}
}

func put(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path+".new", []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		t.Fatal(err)
	}
}

func TestWatchRetriesRefusals(t *testing.T) {
	folder := t.TempDir()
	one, two := filepath.Join(folder, "one"), filepath.Join(folder, "two")
	put(t, one, "1")
	put(t, two, "1")
	var inForce atomic.Pointer[string]
	var loaded, fixed atomic.Int32
	files := New(one, two)
	files.Name = "pair"
	files.Refused = prometheus.NewGauge(prometheus.GaugeOpts{Name: "refused"})
	files.Load = func() error {
		loaded.Add(1)
		a, _ := os.ReadFile(one)
		b, _ := os.ReadFile(two)
		if string(a) != string(b) && fixed.Load() == 0 {
			return errors.New("no pair")
		}
		both := string(a) + string(b)
		inForce.Store(&both)
		return nil
	}
	refused := func() bool {
		var metric dto.Metric
		_ = files.Refused.Write(&metric)
		return metric.GetGauge().GetValue() == 1
	}
	has := func(want string) func() bool {
		return func() bool { return inForce.Load() != nil && *inForce.Load() == want && !refused() }
	}
	core, log := observer.New(zap.InfoLevel)
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { files.Run(ctx, zap.New(core)); close(ended) }()

	put(t, one, "2")
	eventually(t, "the refusal", refused)
	tries := loaded.Load()
	eventually(t, "another try", func() bool { return loaded.Load() > tries+1 })
	put(t, two, "2")
	eventually(t, "the pair", has("22"))

	if err := os.Remove(two); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the refusal of a file that is gone", refused)
	fixed.Store(1) // as a change of the owner, which the file does not show
	eventually(t, "the fix", has("2"))
	tries = loaded.Load()
	put(t, two, "3")
	eventually(t, "the file is back", has("23"))
	if loaded.Load() != tries+1 {
		t.Errorf("an unchanged file was read: %d times", loaded.Load()-tries)
	}

	cancel()
	<-ended
	said := log.FilterMessage("pair refused, the one in force stays").Len()
	if said != 2 || log.FilterMessage("pair loaded").Len() != 3 {
		t.Errorf("said %v", log.All())
	}
}
