package tokens

import (
	"sync"
	"time"
)

const window = time.Minute

// ledger knows what each name has spent in the last 60 seconds. It is the process's: a reload hands nobody a fresh
// allowance, and all sites count together.
type ledger struct {
	mu    sync.Mutex
	spent map[string][]entry
}

type entry struct {
	at     time.Time
	tokens int64
}

var spending = &ledger{spent: map[string][]entry{}}

// add books what a request has cost.
func (l *ledger) add(name string, tokens int64, now time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.spent[name] = append(l.recent(name, now), entry{now, tokens})
}

// wait reports 0 while a name has spent less than its limit, or how long until that is so; 0 is no limit. What a request will cost is
// known at its end only, so the one that crosses the limit passes and those after it wait.
func (l *ledger) wait(name string, perMinute int, now time.Time) time.Duration {
	if perMinute == 0 {
		return 0
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	entries := l.recent(name, now)
	l.spent[name] = entries
	var sum int64
	for _, one := range entries {
		sum += one.tokens
	}
	for _, one := range entries {
		if sum < int64(perMinute) {
			return 0
		}
		if sum -= one.tokens; sum < int64(perMinute) {
			return window - now.Sub(one.at)
		}
	}
	return 0
}

func (l *ledger) recent(name string, now time.Time) []entry {
	entries := l.spent[name]
	for len(entries) > 0 && now.Sub(entries[0].at) >= window {
		entries = entries[1:]
	}
	return entries
}
