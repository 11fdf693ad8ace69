package limits

import (
	"context"
	"math/rand/v2"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func TestEnterInOrderOfArrival(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		engine := EngineOf(4)
		if refused := engine.Enter(t.Context(), "a", 3, time.Second); refused != nil {
			t.Fatal(refused)
		}
		var order []int
		for _, texts := range []int{4, 1} { // the small one would fit at once, and would keep the large one out
			go func() {
				if refused := engine.Enter(t.Context(), "a", texts, time.Second); refused != nil {
					t.Error(refused)
				}
				order = append(order, texts)
				engine.Leave(texts)
			}()
			synctest.Wait()
		}
		if waiting := value(t, textsWaiting); waiting != 5 {
			t.Errorf("%v texts wait", waiting)
		}
		engine.Leave(3)
		synctest.Wait()
		if len(order) != 2 || order[0] != 4 {
			t.Errorf("order %v", order)
		}
		if value(t, textsInFlight) != 0 || value(t, textsWaiting) != 0 {
			t.Error("the gauges are not back at 0")
		}
	})
}

func TestEnterRefusesInTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		engine, start := EngineOf(2), time.Now()
		engine.Enter(t.Context(), "a", 2, 0)
		before := value(t, inFlightLimited.WithLabelValues("patient"))
		refused := engine.Enter(t.Context(), "patient", 1, 900*time.Millisecond)
		if time.Since(start) != 900*time.Millisecond {
			t.Errorf("after %s", time.Since(start))
		}
		if refused == nil || refused.Status != 503 || refused.RetryAfter != 10 || !strings.Contains(refused.Message, "limit of 2 texts") {
			t.Errorf("%+v", refused)
		}
		if value(t, inFlightLimited.WithLabelValues("patient")) != before+1 {
			t.Error("not counted")
		}
		engine.Leave(2)
		if refused := engine.Enter(t.Context(), "patient", 2, 0); refused != nil {
			t.Errorf("a place that nobody took is lost: %v", refused)
		}
		engine.Leave(2)
	})
}

func TestEnterOfALeavingClient(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		engine := EngineOf(2)
		engine.Enter(t.Context(), "a", 2, 0)
		ctx, cancel := context.WithCancel(t.Context())
		go func() { time.Sleep(time.Second); cancel() }()
		if refused := engine.Enter(ctx, "gone", 1, time.Hour); refused == nil || refused.Status != 499 {
			t.Errorf("%+v", refused)
		}
		if value(t, inFlightLimited.WithLabelValues("gone")) != 0 {
			t.Error("it was not the limit")
		}
		engine.Leave(2)
	})
}

func TestEngineOfIsShared(t *testing.T) {
	if EngineOf(7) != EngineOf(7) || EngineOf(7) == EngineOf(8) {
		t.Error("one for each limit")
	}
	none := EngineOf(0)
	for range 3 {
		if refused := none.Enter(t.Context(), "a", 1000, 0); refused != nil {
			t.Error(refused)
		}
	}
	none.Leave(3000)
}

// Checks that the engine never has more texts than its limit, and has none at the end.
func TestEnterAtOnce(t *testing.T) {
	engine := EngineOf(10)
	var inside, most, passed atomic.Int64
	var all sync.WaitGroup
	for range 16 {
		all.Go(func() {
			for range 100 {
				texts := 1 + rand.IntN(10)
				if engine.Enter(t.Context(), "a", texts, time.Duration(rand.IntN(2000))*time.Microsecond) != nil {
					continue
				}
				now := inside.Add(int64(texts))
				for old := most.Load(); now > old && !most.CompareAndSwap(old, now); old = most.Load() {
				}
				inside.Add(int64(-texts))
				engine.Leave(texts)
				passed.Add(1)
			}
		})
	}
	all.Wait()
	if most.Load() > 10 || passed.Load() == 0 {
		t.Errorf("%d texts at once, %d requests passed", most.Load(), passed.Load())
	}
	if !engine.places.TryAcquire(10) {
		t.Error("places are lost")
	}
	engine.places.Release(10)
}
