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

// take counts the request and reports how many are left, or how long to wait; a refused request is not counted.
func (l *limiter) take(name string, perMinute int, now time.Time) (left int, wait time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	times := l.times[name]
	for len(times) > 0 && now.Sub(times[0]) >= window {
		times = times[1:]
	}
	if over := len(times) - perMinute; over >= 0 {
		l.times[name] = times
		return 0, window - now.Sub(times[over])
	}
	l.times[name] = append(times, now)
	return perMinute - len(times) - 1, 0
}
