package engine

import (
	"context"
	"errors"
	"net"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/caddyserver/caddy/v2"
)

// source is a name service that takes a second for each answer.
func source(t *testing.T, fails *atomic.Bool, asked *atomic.Int32) *Addresses {
	t.Helper()
	made := &Addresses{Host: "engine", Port: "8000"}
	if err := made.Provision(caddy.Context{}); err != nil {
		t.Fatal(err)
	}
	made.lookup = func(context.Context, string, string) ([]net.IP, error) {
		asked.Add(1)
		time.Sleep(time.Second)
		if fails.Load() {
			return nil, errors.New("no answer")
		}
		return []net.IP{net.IPv4(10, 0, 0, 1), net.IPv4(10, 0, 0, 2)}, nil
	}
	return made
}

func TestGetUpstreamsOneLookup(t *testing.T) {
	for _, failing := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			var fails atomic.Bool
			var asked atomic.Int32
			fails.Store(failing)
			made := source(t, &fails, &asked)
			begin := time.Now()
			var all sync.WaitGroup
			for range 100 {
				all.Go(func() {
					upstreams, err := made.GetUpstreams(nil)
					if failing != (err != nil) || !failing && (len(upstreams) != 2 || upstreams[1].Dial != "10.0.0.2:8000") {
						t.Errorf("%v %v", upstreams, err)
					}
				})
			}
			all.Wait()
			if took := time.Since(begin); took != time.Second || asked.Load() != 1 {
				t.Errorf("failing %v: %v, asked %d times", failing, took, asked.Load())
			}
		})
	}
}

func TestGetUpstreamsAsksAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var fails atomic.Bool
		var asked atomic.Int32
		made := source(t, &fails, &asked)
		get := func() error { _, err := made.GetUpstreams(nil); return err }
		_, _ = get(), get()
		if asked.Load() != 1 {
			t.Errorf("a fresh answer was asked for %d times", asked.Load())
		}
		_ = made.ResetCache(nil) // a retry finds the new address
		_ = get()
		if asked.Load() != 2 {
			t.Errorf("asked %d times after a reset", asked.Load())
		}
		fails.Store(true)
		time.Sleep(addressesFresh + time.Millisecond)
		if get() == nil {
			t.Error("an old answer counts")
		}
		_ = made.ResetCache(nil) // of a failure changes nothing: the retries of all would ask
		if _ = get(); asked.Load() != 3 {
			t.Errorf("asked %d times while the failure is fresh", asked.Load())
		}
	})
}

func TestGetUpstreamsLeavesOut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var fails atomic.Bool
		var asked atomic.Int32
		made := source(t, &fails, &asked)
		got := func() string {
			upstreams, _ := made.GetUpstreams(nil)
			all := ""
			for _, upstream := range upstreams {
				all += upstream.Dial + " "
			}
			return all
		}
		const first, second = "10.0.0.1:8000", "10.0.0.2:8000"
		expect := func(what, want string) {
			if all := got(); all != want {
				t.Errorf("%s: %q, want %q", what, all, want)
			}
		}
		absent.add(first)
		expect("one away", second+" ")
		absent.add(second)
		expect("all away, so any may be asked", first+" "+second+" ")
		absent.forget(second)
		expect("one back", second+" ")
		time.Sleep(leftOut)
		expect("after a while", first+" "+second+" ")
		absent.add("10.0.0.3:8000")
		if len(absent.since) != 1 {
			t.Errorf("old addresses are kept: %v", absent.since)
		}
		absent.forget("10.0.0.3:8000")
	})
}
