package access

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	dto "github.com/prometheus/client_model/go"

	"github.com/prometheus/client_golang/prometheus"
)

const deadline = 10 * time.Second

// reader is another end of the log that a test looks at, and that may stall or fail.
type reader struct {
	lock   sync.Mutex
	text   bytes.Buffer
	writes int
	stall  chan struct{}
	err    error
}

func (r *reader) Write(p []byte) (int, error) {
	if r.stall != nil {
		<-r.stall
	}
	r.lock.Lock()
	defer r.lock.Unlock()
	if r.err != nil {
		return 0, r.err
	}
	r.writes++
	return r.text.Write(p)
}

func (r *reader) String() string {
	r.lock.Lock()
	defer r.lock.Unlock()
	return r.text.String()
}

func waitFor(t *testing.T, what string, met func() bool) {
	t.Helper()
	for end := time.Now().Add(deadline); !met(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%s: not within %v", what, deadline)
		}
	}
}

func value(t *testing.T, metric prometheus.Metric) float64 {
	t.Helper()
	var written dto.Metric
	if err := metric.Write(&written); err != nil {
		t.Fatal(err)
	}
	return written.GetCounter().GetValue() + written.GetGauge().GetValue() + float64(written.GetHistogram().GetSampleCount())
}

func sum(t *testing.T, metric prometheus.Metric) float64 {
	t.Helper()
	var written dto.Metric
	if err := metric.Write(&written); err != nil {
		t.Fatal(err)
	}
	return written.GetHistogram().GetSampleSum()
}

func TestAddWritesSoon(t *testing.T) {
	var out reader
	lines := NewLog(&out)
	for _, line := range []string{"one\n", "two\n"} { // the second comes after a pause
		lines.Add([]byte(line), Info)
		waitFor(t, line, func() bool { return strings.HasSuffix(out.String(), line) })
	}
}

func TestAddWritesManyAtOnce(t *testing.T) {
	var out reader
	lines := NewLog(&out)
	for range 100 {
		lines.Add([]byte("a line\n"), Warn)
	}
	lines.Drain(deadline)
	if got := strings.Count(out.String(), "a line\n"); got != 100 || out.writes > 10 {
		t.Errorf("%d lines in %d writes", got, out.writes)
	}
}

func TestAddWritesErrorsAtOnce(t *testing.T) {
	var out reader
	lines := NewLog(&out)
	lines.due.Stop() // only what is written at once can be seen
	lines.Add([]byte("first\n"), Info)
	lines.due.Stop()
	lines.Add([]byte("error\n"), Error)
	waitFor(t, "an error", func() bool { return out.String() == "first\nerror\n" })
	full := bytes.Repeat([]byte("x"), writeSize)
	lines.Add(full, Info)
	lines.due.Stop()
	waitFor(t, "a full buffer", func() bool { return len(out.String()) > writeSize })
}

func TestAddCountsWhatIsDropped(t *testing.T) {
	out := reader{stall: make(chan struct{})}
	lines := NewLog(&out)
	before := value(t, linesDropped)
	served, failed := bytes.Repeat([]byte("s"), 1023), bytes.Repeat([]byte("e"), 1023)
	served, failed = append(served, '\n'), append(failed, '\n')
	lines.Add(served, Error) // its write stalls
	waitFor(t, "the stall", func() bool {
		lines.lock.Lock()
		defer lines.lock.Unlock()
		return len(lines.waiting) == 0
	})
	for range 2 * waitingSize / 1024 {
		lines.Add(served, Info)
	}
	for range 100 {
		lines.Add(failed, Error)
	}
	if dropped := value(t, linesDropped) - before; dropped != (2*waitingSize-waitingServed)/1024 {
		t.Errorf("%v lines dropped", dropped)
	}
	started := time.Now()
	lines.Drain(time.Millisecond)
	if time.Since(started) > deadline {
		t.Error("a stop waits for a reader that is gone")
	}
	close(out.stall)
	waitFor(t, "all others", func() bool { return len(out.String()) == 1024+waitingServed+100*1024 })
	if got := strings.Count(out.String(), string(failed)); got != 100 {
		t.Errorf("%d errors, after a reader that stalled", got)
	}
}

func TestAddCountsFailedWrites(t *testing.T) {
	out := reader{err: errors.New("broken pipe")}
	lines := NewLog(&out)
	before := value(t, linesDropped)
	lines.Add([]byte("one\n"), Info)
	lines.Add([]byte("two\n"), Info)
	lines.Drain(deadline)
	if dropped := value(t, linesDropped) - before; dropped != 2 {
		t.Errorf("%v lines dropped", dropped)
	}
}

func TestAddFromManyGoroutines(t *testing.T) {
	read, write := io.Pipe()
	lines := NewLog(write)
	var writers sync.WaitGroup
	for range 16 {
		writers.Go(func() {
			for i := range 500 {
				lines.Add([]byte("0123456789\n"), Level(i%3))
			}
		})
	}
	go func() {
		writers.Wait()
		lines.Drain(deadline)
		write.Close()
	}()
	text, err := io.ReadAll(read)
	if want := strings.Repeat("0123456789\n", 16*500); err != nil || string(text) != want {
		t.Errorf("%d bytes, %v", len(text), err)
	}
}
