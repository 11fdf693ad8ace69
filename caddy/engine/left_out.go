package engine

import (
	"sync"
	"time"
)

// How long a replica is left out after it refused a connection. Otherwise least_conn would always choose it, because it has
// the fewest requests. A cluster's name service forgets a dead replica after that time or later.
const leftOut = 5 * time.Second

// absent are the replicas that refused a connection. All sites share them.
var absent = &replicas{since: map[string]time.Time{}}

type replicas struct {
	mu    sync.Mutex
	since map[string]time.Time
}

// add records that a replica refused a connection.
func (r *replicas) add(address string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for other, since := range r.since { // addresses that never come back must not accumulate
		if time.Since(since) >= leftOut {
			delete(r.since, other)
		}
	}
	r.since[address] = time.Now()
}

// forget records that a replica answers.
func (r *replicas) forget(address string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.since, address)
}

// without returns the addresses that are not left out. If all are left out, it returns all, because one may be back.
func (r *replicas) without(addresses []string) []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.since) == 0 {
		return addresses
	}
	kept := make([]string, 0, len(addresses))
	for _, address := range addresses {
		if since, away := r.since[address]; !away || time.Since(since) >= leftOut {
			kept = append(kept, address)
		}
	}
	if len(kept) == 0 {
		return addresses
	}
	return kept
}
