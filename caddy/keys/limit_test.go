package keys

import (
	"testing"
	"time"
)

func newLimiter() *limiter { return &limiter{times: map[string][]time.Time{}} }

func TestLimiterLetsSoManyThroughInAnyMinute(t *testing.T) {
	limits, start := newLimiter(), time.Unix(0, 0)
	for i := range 3 {
		if _, wait := limits.take("a", 3, start.Add(time.Duration(i)*10*time.Second)); wait != 0 {
			t.Fatalf("request %d waits %s", i, wait)
		}
	}
	if _, wait := limits.take("a", 3, start.Add(25*time.Second)); wait != 35*time.Second {
		t.Errorf("the fourth waits %s, want until the first is a minute old", wait)
	}
	if _, wait := limits.take("b", 3, start.Add(25*time.Second)); wait != 0 {
		t.Errorf("another name waits %s", wait)
	}
	if _, wait := limits.take("a", 3, start.Add(60*time.Second)); wait != 0 {
		t.Errorf("a minute later it waits %s", wait)
	}
	if _, wait := limits.take("a", 3, start.Add(61*time.Second)); wait != 9*time.Second {
		t.Errorf("the window must slide, not jump: %s", wait)
	}
}

func TestRefusedRequestsDoNotProlongTheWait(t *testing.T) {
	limits, start := newLimiter(), time.Unix(0, 0)
	limits.take("a", 1, start)
	for i := range 50 {
		limits.take("a", 1, start.Add(time.Duration(i)*time.Second))
	}
	if _, wait := limits.take("a", 1, start.Add(time.Minute)); wait != 0 {
		t.Errorf("waits %s", wait)
	}
}

func TestALowerLimitCountsWhatWasUsed(t *testing.T) {
	limits, start := newLimiter(), time.Unix(0, 0)
	for i := range 4 {
		limits.take("a", 10, start.Add(time.Duration(i)*time.Second))
	}
	// Two may stay in the window, so the third oldest has to leave it.
	if _, wait := limits.take("a", 2, start.Add(10*time.Second)); wait != 52*time.Second {
		t.Errorf("waits %s", wait)
	}
}
