// Package limits counts the use of each key's name: its requests and tokens in the last minute, and the texts that the
// engine writes at once. It also has their metrics. The process owns the counts, so that a reload does not reset them and
// all sites count together.
package limits

import (
	"math"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"student-llm/gateway/refusal"
)

// Requests and Tokens count the use by each name in the last minute.
var (
	Requests = newLedger("requests", requestsLimited)
	Tokens   = newLedger("tokens", tokensLimited)
)

const window = time.Minute

// Ledger limits a sum by name in any 60 seconds. The uses in one second are one entry, so a name needs at most 1 KB. Two
// counters, for this minute and the last, would allow half as much more.
type Ledger struct {
	unit    string // "requests" or "tokens"
	limited *prometheus.CounterVec
	headers [3]string

	mu    sync.Mutex
	epoch time.Time
	// Has two maps: each minute the older one is dropped, and a name that is used moves to the newer one. A name that was
	// not used in the last minute has no entry that counts.
	recent, older map[string]*account
	turned        time.Duration
}

type account struct {
	entries []entry // the oldest first
	sum     int
}

// entry is the use in one second. It counts until a minute after its last use.
type entry struct {
	at     time.Duration // since the ledger's epoch, by the monotonic clock
	amount int
}

// newLedger returns an empty ledger of a unit, with the counter of its refusals.
func newLedger(unit string, limited *prometheus.CounterVec) *Ledger {
	ledger := &Ledger{unit: unit, limited: limited, epoch: time.Now(), recent: map[string]*account{}}
	for i, what := range []string{"limit", "remaining", "reset"} {
		ledger.headers[i] = http.CanonicalHeaderKey("x-ratelimit-" + what + "-" + unit)
	}
	return ledger
}

// State is the rest of a name's allowance.
type State struct {
	Limit, Left int
	Reset       time.Duration // until no earlier use counts any more
	Wait        time.Duration // until the amount fits; 0 means that it fits now
}

// Take counts an amount if it fits the limit, else it counts nothing. The amount must not exceed the limit.
func (l *Ledger) Take(name string, amount, limit int) State {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	if state := l.find(name, now).state(amount, limit, now); state.Wait > 0 {
		return state
	}
	return l.add(name, amount, now).state(0, limit, now)
}

// Look returns the rest of the allowance, and how long an amount would have to wait.
func (l *Ledger) Look(name string, amount, limit int) State {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	return l.find(name, now).state(amount, limit, now)
}

// Add counts an amount without regard to the limit.
func (l *Ledger) Add(name string, amount int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.add(name, amount, l.now())
}

// Return undoes the last count.
func (l *Ledger) Return(name string, amount int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	used := l.find(name, l.now())
	for used != nil && amount > 0 && len(used.entries) > 0 {
		last := &used.entries[len(used.entries)-1]
		part := min(amount, last.amount)
		last.amount, used.sum, amount = last.amount-part, used.sum-part, amount-part
		if last.amount == 0 {
			used.entries = used.entries[:len(used.entries)-1]
		}
	}
}

// Tell writes the state to an answer's header, under OpenAI's names.
func (l *Ledger) Tell(header http.Header, state State) {
	header[l.headers[0]] = []string{strconv.Itoa(state.Limit)}
	header[l.headers[1]] = []string{strconv.Itoa(state.Left)}
	// writes whole seconds, because many clients read "12ms" as 12 minutes
	header[l.headers[2]] = []string{(time.Duration(seconds(state.Reset)) * time.Second).String()}
}

// Refuse counts a refusal and returns it.
func (l *Ledger) Refuse(name string, state State) *refusal.Refusal {
	l.limited.WithLabelValues(name).Inc()
	refused := refusal.ByStatus(http.StatusTooManyRequests)
	refused.Message = "The key's " + l.unit + " a minute are used up. Wait for the seconds in Retry-After."
	refused.RetryAfter = seconds(state.Wait)
	refused.Cause = l.unit + " a minute used up"
	return refused
}

func seconds(wait time.Duration) int { return int(math.Ceil(wait.Seconds())) }

// now returns the time since the epoch. Once a minute it drops the names that were not used.
func (l *Ledger) now() time.Duration {
	now := time.Since(l.epoch)
	if now-l.turned >= window {
		l.recent, l.older, l.turned = map[string]*account{}, l.recent, now
	}
	return now
}

// find returns the use of a name in the last minute, nil if there is none.
func (l *Ledger) find(name string, now time.Duration) *account {
	used := l.recent[name]
	if used == nil {
		if used = l.older[name]; used == nil {
			return nil
		}
		delete(l.older, name)
		l.recent[name] = used
	}
	gone := 0
	for gone < len(used.entries) && now-used.entries[gone].at >= window {
		used.sum -= used.entries[gone].amount
		gone++
	}
	if gone > 0 {
		used.entries = append(used.entries[:0], used.entries[gone:]...)
	}
	return used
}

func (l *Ledger) add(name string, amount int, now time.Duration) *account {
	used := l.find(name, now)
	if used == nil {
		used = new(account)
		l.recent[name] = used
	}
	if n := len(used.entries); n > 0 && used.entries[n-1].at/time.Second == now/time.Second {
		used.entries[n-1] = entry{now, used.entries[n-1].amount + amount}
	} else {
		used.entries = append(used.entries, entry{now, amount})
	}
	used.sum += amount
	return used
}

func (a *account) state(amount, limit int, now time.Duration) State {
	if a == nil {
		return State{Limit: limit, Left: limit}
	}
	state := State{Limit: limit, Left: max(limit-a.sum, 0)}
	over := a.sum + amount - limit
	for _, one := range a.entries {
		state.Reset = window - (now - one.at)
		if over > 0 {
			state.Wait = state.Reset
		}
		over -= one.amount
	}
	return state
}
