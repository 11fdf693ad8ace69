package limits

import (
	"fmt"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// at runs a test with a fake clock that advances only while the test sleeps.
func at(t *testing.T, test func(ledger *Ledger)) {
	t.Helper()
	synctest.Test(t, func(*testing.T) { test(newLedger("requests", requestsLimited)) })
}

func TestTakeInAnyMinute(t *testing.T) {
	at(t, func(ledger *Ledger) {
		for i := range 3 {
			if state := ledger.Take("a", 1, 3); state.Wait != 0 || state.Left != 2-i || state.Limit != 3 {
				t.Fatalf("request %d: %+v", i, state)
			}
			time.Sleep(10 * time.Second)
		}
		if state := ledger.Take("a", 1, 3); state.Wait != 30*time.Second || state.Left != 0 || state.Reset != 50*time.Second {
			t.Errorf("the fourth: %+v, want until the first is a minute old", state)
		}
		if state := ledger.Take("b", 1, 3); state.Wait != 0 {
			t.Errorf("another name: %+v", state)
		}
		time.Sleep(30 * time.Second)
		if state := ledger.Take("a", 1, 3); state.Wait != 0 {
			t.Errorf("when the first is a minute old: %+v", state)
		}
		if state := ledger.Take("a", 1, 3); state.Wait != 10*time.Second {
			t.Errorf("the window must slide, not jump: %+v", state)
		}
	})
}

func TestTakeCountsNoRefusal(t *testing.T) {
	at(t, func(ledger *Ledger) {
		ledger.Take("a", 1, 1)
		for range 59 {
			time.Sleep(time.Second)
			ledger.Take("a", 1, 1)
		}
		time.Sleep(time.Second)
		if state := ledger.Take("a", 1, 1); state.Wait != 0 {
			t.Errorf("%+v", state)
		}
	})
}

func TestTakeOfSeveral(t *testing.T) {
	at(t, func(ledger *Ledger) {
		for range 4 {
			ledger.Take("a", 2, 10)
			time.Sleep(10 * time.Second)
		}
		state := ledger.Take("a", 5, 10)
		if state.Wait != 30*time.Second || state.Left != 2 {
			t.Errorf("%+v, want until two entries are gone", state)
		}
		time.Sleep(state.Wait - 1)
		if state := ledger.Take("a", 5, 10); state.Wait != 1 {
			t.Errorf("a moment before: %+v", state)
		}
		time.Sleep(1)
		if state := ledger.Take("a", 5, 10); state.Wait != 0 || state.Left != 1 {
			t.Errorf("then: %+v", state)
		}
	})
}

func TestTakeAfterALowerLimit(t *testing.T) {
	at(t, func(ledger *Ledger) {
		for range 4 {
			ledger.Take("a", 1, 10)
			time.Sleep(time.Second)
		}
		// Two may stay in the window, so the third oldest must leave it; the first was made 4 s ago.
		if state := ledger.Take("a", 1, 2); state.Wait != 58*time.Second {
			t.Errorf("%+v", state)
		}
	})
}

func TestAddMayCrossTheLimit(t *testing.T) {
	at(t, func(ledger *Ledger) {
		ledger.Add("a", 60)
		time.Sleep(10 * time.Second)
		if state := ledger.Look("a", 1, 100); state.Wait != 0 || state.Left != 40 {
			t.Errorf("60 of 100 spent: %+v", state)
		}
		ledger.Add("a", 70)
		time.Sleep(10 * time.Second)
		if state := ledger.Look("a", 1, 100); state.Wait != 40*time.Second || state.Left != 0 || state.Reset != 50*time.Second {
			t.Errorf("130 of 100 spent: %+v, want until the first 60 are a minute old", state)
		}
		ledger.Add("b", 5000)
		if state := ledger.Look("b", 1, 100); state.Wait != time.Minute {
			t.Errorf("one large answer: %+v", state)
		}
	})
}

func TestReturnTakesBackTheLast(t *testing.T) {
	at(t, func(ledger *Ledger) {
		ledger.Return("a", 1)
		ledger.Take("a", 2, 10)
		time.Sleep(5 * time.Second)
		ledger.Take("a", 3, 10)
		ledger.Return("a", 4)
		if state := ledger.Look("a", 0, 10); state.Left != 9 || state.Reset != 55*time.Second {
			t.Errorf("%+v, want one of the first second", state)
		}
		ledger.Return("a", 5)
		if state := ledger.Look("a", 0, 10); state.Left != 10 || state.Reset != 0 {
			t.Errorf("%+v, want nothing used", state)
		}
	})
}

func TestLedgerForgets(t *testing.T) {
	at(t, func(ledger *Ledger) {
		for range 100_000 {
			ledger.Take("busy", 1, 100_000)
			time.Sleep(700 * time.Microsecond)
		}
		if used := ledger.recent["busy"]; len(used.entries) > 61 || cap(used.entries) > 64 {
			t.Errorf("%d entries in room for %d", len(used.entries), cap(used.entries))
		}
		for i := range 1000 {
			ledger.Take(fmt.Sprint(i), 1, 1)
		}
		for range 2 {
			time.Sleep(time.Minute)
			ledger.Look("other", 1, 1)
		}
		if n := len(ledger.recent) + len(ledger.older); n != 0 {
			t.Errorf("%d names are remembered two minutes later", n)
		}
	})
}

func TestLedgerKeepsUsedNames(t *testing.T) {
	at(t, func(ledger *Ledger) {
		for range 20 {
			ledger.Take("a", 1, 100)
			time.Sleep(7 * time.Second)
		}
		if state := ledger.Look("a", 0, 100); state.Left != 92 {
			t.Errorf("%+v, want 8 in the last minute", state)
		}
	})
}

func TestTellOpenAIsHeaders(t *testing.T) {
	ledger := newLedger("tokens", tokensLimited)
	for reset, want := range map[time.Duration]string{0: "0s", 12 * time.Millisecond: "1s", time.Minute: "1m0s", 30*time.Second + 1: "31s"} {
		header := http.Header{}
		ledger.Tell(header, State{Limit: 150000, Left: 149984, Reset: reset})
		if header.Get("x-ratelimit-limit-tokens") != "150000" || header.Get("x-ratelimit-remaining-tokens") != "149984" ||
			header.Get("x-ratelimit-reset-tokens") != want || len(header) != 3 {
			t.Errorf("%s: %v", reset, header)
		}
	}
}

func TestRefuseWholeSeconds(t *testing.T) {
	ledger := newLedger("tokens", tokensLimited)
	before := value(t, tokensLimited.WithLabelValues("refused"))
	refused := ledger.Refuse("refused", State{Wait: 30*time.Second + 1})
	if refused.Status != 429 || refused.RetryAfter != 31 || refused.Code != "rate_limit_exceeded" {
		t.Errorf("%+v", refused)
	}
	if value(t, tokensLimited.WithLabelValues("refused")) != before+1 {
		t.Error("not counted")
	}
}

// Checks that many at once never get more than the limit.
func TestTakeAtOnce(t *testing.T) {
	ledger := newLedger("requests", requestsLimited)
	var passed atomic.Int64
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 200 {
				if ledger.Take("a", 1, 100).Wait == 0 {
					passed.Add(1)
				}
				ledger.Look("a", 1, 100)
				ledger.Add("b", 2)
				ledger.Return("b", 2)
			}
		})
	}
	all.Wait()
	if passed.Load() != 100 || ledger.Look("b", 0, 10).Left != 10 {
		t.Errorf("%d passed", passed.Load())
	}
}

func BenchmarkTake(b *testing.B) {
	ledger := newLedger("requests", requestsLimited)
	header := http.Header{}
	b.ReportAllocs()
	for b.Loop() {
		ledger.Tell(header, ledger.Take("a", 1, 1<<40))
	}
}
