package keys

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	dto "github.com/prometheus/client_model/go"

	"github.com/caddyserver/caddy/v2"

	"student-llm/gateway/watch"
)

func refused() bool {
	var metric dto.Metric
	_ = fileRefused.Write(&metric)
	return metric.GetGauge().GetValue() == 1
}

func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); !holds(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("not within a minute: " + what)
		}
	}
}

func TestWatchNeedsNoReload(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keys")
	put := func(content string) {
		t.Helper()
		if err := os.WriteFile(path+".new", []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(path+".new", path); err != nil {
			t.Fatal(err)
		}
	}
	line := func(name, token string) string { return fmt.Sprintf("%s %s\n", name, hashOf(token)) }
	put(line("alice", "a"))
	ctx, cancel := caddy.NewContext(caddy.Context{Context: context.Background()})
	defer cancel()
	handler := &Handler{File: path, RequestsPerMinute: 1}
	if err := handler.Provision(ctx); err != nil {
		t.Fatal(err)
	}
	other := &Handler{File: path, RequestsPerMinute: 1}
	if err := other.Provision(ctx); err != nil {
		t.Fatal(err)
	}
	knows := func(token string) bool { _, found := handler.set.Load().Find(token); return found }

	put(line("bob", "b"))
	eventually(t, "bob is let in", func() bool { return knows("b") && !knows("a") })
	if _, found := other.set.Load().Find("b"); !found {
		t.Error("a site has the new keys and another has not")
	}

	put("half-writ")
	eventually(t, "the refusal", refused)
	if !knows("b") {
		t.Error("a bad file took the old keys away")
	}

	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	put(line("alice", "a"))
	eventually(t, "the file is back", func() bool { return knows("a") && !refused() })

	cancel()
	tries := 0
	eventually(t, "a configuration that is gone looks no more, once a look that had begun has ended", func() bool {
		tries++
		token := fmt.Sprint("b", tries)
		put(line("bob", token))
		time.Sleep(2 * watch.Every)
		return !knows(token)
	})
}
