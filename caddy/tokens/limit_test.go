package tokens

import (
	"testing"
	"time"
)

func newLedger() *ledger { return &ledger{spent: map[string][]entry{}} }

func TestTheRequestThatCrossesTheLimitPassesAndTheNextWaits(t *testing.T) {
	book, start := newLedger(), time.Unix(0, 0)
	book.add("a", 60, start)
	if wait := book.wait("a", 100, start.Add(time.Second)); wait != 0 {
		t.Errorf("60 of 100 spent, and it waits %s", wait)
	}
	book.add("a", 70, start.Add(10*time.Second))
	if wait := book.wait("a", 100, start.Add(20*time.Second)); wait != 40*time.Second {
		t.Errorf("130 of 100 spent: waits %s, want until the first 60 are a minute old", wait)
	}
	if wait := book.wait("b", 100, start.Add(20*time.Second)); wait != 0 {
		t.Errorf("another name waits %s", wait)
	}
	if wait := book.wait("a", 100, start.Add(time.Minute)); wait != 0 {
		t.Errorf("a minute later it waits %s", wait)
	}
}

func TestOneLargeAnswerWaitsAMinute(t *testing.T) {
	book, start := newLedger(), time.Unix(0, 0)
	book.add("a", 1, start)
	book.add("a", 5000, start.Add(30*time.Second))
	if wait := book.wait("a", 100, start.Add(30*time.Second)); wait != time.Minute {
		t.Errorf("waits %s", wait)
	}
}

func TestZeroIsNoLimit(t *testing.T) {
	book, start := newLedger(), time.Unix(0, 0)
	book.add("a", 5000, start)
	if wait := book.wait("a", 0, start); wait != 0 {
		t.Errorf("waits %s", wait)
	}
}
