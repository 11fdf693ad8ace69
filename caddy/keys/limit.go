package keys

import (
	"sync"
	"time"
)

const window = time.Minute

// limiter lets a name make so many requests in any 60 seconds. Its state is the process's: a reload of the
// configuration must not hand everyone a fresh allowance, and all sites count together.
type limiter struct {
	mu    sync.Mutex
	times map[string][]time.Time
}

var requests = &limiter{times: map[string][]time.Time{}}

// take reports 0 and counts the request, or how long to wait; a refused request is not counted.
func (l *limiter) take(name string, perMinute int, now time.Time) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	times := l.times[name]
	for len(times) > 0 && now.Sub(times[0]) >= window {
		times = times[1:]
	}
	if wait := len(times) - perMinute; wait >= 0 {
		l.times[name] = times
		return window - now.Sub(times[wait])
	}
	l.times[name] = append(times, now)
	return 0
}
