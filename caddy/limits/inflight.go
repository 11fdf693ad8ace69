package limits

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"

	"student-llm/gateway/refusal"
)

const statusClientGone = 499 // as Caddy uses it

// Engine bounds the texts that the engine writes at once. It serves requests in order, so that small ones cannot pass a
// request of many texts forever.
type Engine struct {
	most   int
	places *semaphore.Weighted
}

// engines has an Engine for each limit. A reload that does not change the limit keeps it, and all sites share it.
var engines sync.Map

// EngineOf returns the Engine of a limit; 0 means no bound.
func EngineOf(most int) *Engine {
	engine, _ := engines.LoadOrStore(most, &Engine{most: most, places: semaphore.NewWeighted(int64(most))})
	return engine.(*Engine)
}

// Enter reserves places for a request's texts, and waits a while if necessary. Leave frees them. More texts than the bound
// would never get a place.
func (e *Engine) Enter(ctx context.Context, name string, texts int, patience time.Duration) *refusal.Refusal {
	if e.most > 0 && !e.places.TryAcquire(int64(texts)) {
		if refused := e.wait(ctx, name, texts, patience); refused != nil {
			return refused
		}
	}
	textsInFlight.Add(float64(texts))
	return nil
}

func (e *Engine) wait(ctx context.Context, name string, texts int, patience time.Duration) *refusal.Refusal {
	textsWaiting.Add(float64(texts))
	defer textsWaiting.Sub(float64(texts))
	limited, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	if e.places.Acquire(limited, int64(texts)) == nil {
		return nil
	}
	if ctx.Err() != nil {
		return refusal.ByStatus(statusClientGone)
	}
	inFlightLimited.WithLabelValues(name).Inc()
	refused := refusal.ByStatus(http.StatusServiceUnavailable)
	refused.Message = fmt.Sprintf("The model server is at its limit of %d texts at once. Try again later.", e.most)
	refused.Cause = "texts in flight at their limit"
	return refused
}

// Leave frees the places of a request.
func (e *Engine) Leave(texts int) {
	textsInFlight.Sub(float64(texts))
	if e.most > 0 {
		e.places.Release(int64(texts))
	}
}
