package access

import (
	"fmt"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// Objectives are the operator's promises. The gateway only counts and exports them, because Prometheus' rules can read a
// metric but not a setting.
type Objectives struct {
	// Availability is the share of the requests that must not end with 5xx.
	Availability string `json:"availability"`
	// FirstToken is the share of the streams whose first token must come in time.
	FirstToken string `json:"first_token"`
	// FirstTokenSeconds is that time.
	FirstTokenSeconds string `json:"first_token_seconds"`
}

var (
	objectiveShare = prometheus.NewGaugeVec(prometheus.GaugeOpts{
		Name: "gateway_objective_ratio",
		Help: "The promised share of good requests, by objective: availability, first_token.",
	}, []string{"objective"})
	lateFirstTokens = prometheus.NewCounter(prometheus.CounterOpts{
		Name: "gateway_late_first_tokens_total",
		Help: "Served streams whose first token came later than promised.",
	})
	objectiveSeconds = prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "gateway_objective_first_token_seconds",
		Help: "The seconds within which a stream's first token must come to count as good.",
	})
)

// promised is the time within which first tokens must come, the same for all sites.
var promised atomic.Int64

func defaultObjectives() Objectives {
	return Objectives{Availability: "0.99", FirstToken: "0.95", FirstTokenSeconds: "2"}
}

// export checks the objectives and sets their metrics.
func (o Objectives) export() error {
	for name, text := range map[string]string{"availability": o.Availability, "first_token": o.FirstToken} {
		share, err := strconv.ParseFloat(text, 64)
		if err != nil || !(share > 0 && share < 1) {
			return fmt.Errorf("student_access: %s is %q, not a share between 0 and 1. Fix: set GATEWAY_SLO_%s to one such as 0.99",
				name, text, map[string]string{"availability": "AVAILABILITY", "first_token": "TTFT"}[name])
		}
		objectiveShare.WithLabelValues(name).Set(share)
	}
	seconds, err := strconv.ParseFloat(o.FirstTokenSeconds, 64)
	if err != nil || !(seconds > 0 && seconds <= 600) { // no stream waits longer for its first byte
		return fmt.Errorf("student_access: first_token_seconds %q is not between 0 and 600. "+
			"Fix: set GATEWAY_SLO_TTFT_SECONDS to a number such as 2", o.FirstTokenSeconds)
	}
	objectiveSeconds.Set(seconds)
	promised.Store(int64(seconds * float64(time.Second)))
	return nil
}
