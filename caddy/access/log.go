package access

import (
	"bytes"
	"io"
	"sync"
	"time"
)

const (
	// Bounds a batch of lines. A write for each line would be most of its cost, because Docker reads the other end.
	writeSize = 64 << 10
	// Bounds the time that a line waits for others.
	writeInterval = 250 * time.Millisecond
	// Bounds the lines that wait while nobody reads the other end. The last quarter is for refusals and errors.
	waitingSize   = 4 << 20
	waitingServed = waitingSize / 4 * 3
	// Bounds the time that a stop waits for a reader.
	stopWait = 5 * time.Second
)

// Log collects lines and writes many at once. No request waits for the writer: if too many lines wait, they are dropped
// and counted.
type Log struct {
	out io.Writer

	lock    sync.Mutex
	waiting []byte

	due    *time.Timer
	now    chan struct{}
	drains chan chan struct{}
	spare  []byte // the buffer that was written last; only the writing goroutine uses it
}

// NewLog starts a log that writes to out for as long as the process lives.
func NewLog(out io.Writer) *Log {
	log := &Log{out: out, due: time.NewTimer(writeInterval), now: make(chan struct{}, 1), drains: make(chan chan struct{})}
	go log.run()
	return log
}

// Add copies a line, including its line feed. The line of an error is written at once.
func (l *Log) Add(line []byte, level Level) {
	limit := waitingServed
	if level > Info {
		limit = waitingSize
	}
	l.lock.Lock()
	before := len(l.waiting)
	fits := before+len(line) <= limit
	if fits {
		l.waiting = append(l.waiting, line...)
		if before == 0 {
			l.due.Reset(writeInterval)
		}
	}
	l.lock.Unlock()
	if !fits {
		linesDropped.Inc()
	}
	if level >= Error || before+len(line) >= writeSize {
		select {
		case l.now <- struct{}{}:
		default: // does nothing: a write is already requested
		}
	}
}

// Drain writes all waiting lines, and gives up after a time limit.
func (l *Log) Drain(limit time.Duration) {
	late := time.After(limit)
	done := make(chan struct{})
	select {
	case l.drains <- done:
	case <-late:
		return
	}
	select {
	case <-done:
	case <-late:
	}
}

func (l *Log) run() {
	for {
		var done chan struct{}
		select {
		case <-l.due.C:
		case <-l.now:
		case done = <-l.drains:
		}
		l.write()
		if done != nil {
			close(done)
		}
	}
}

func (l *Log) write() {
	l.lock.Lock()
	lines := l.waiting
	l.waiting, l.spare = l.spare, nil
	l.lock.Unlock()
	if len(lines) > 0 {
		if n, err := l.out.Write(lines); err != nil {
			linesDropped.Add(float64(bytes.Count(lines[n:], []byte("\n"))))
		}
	}
	// Frees a buffer that grew while nobody read.
	if cap(lines) <= 4*writeSize {
		l.spare = lines[:0]
	}
}
