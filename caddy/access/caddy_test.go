package access

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/textproto"
	"strings"
	"syscall"
	"testing"
)

func TestCaddyAnswersAndRefusals(t *testing.T) {
	url, _ := flowing(t)
	p := start(t, url)
	hints := 0
	r, _ := http.NewRequest(http.MethodGet, p.url+"/whole", nil)
	r = r.WithContext(httptrace.WithClientTrace(r.Context(), &httptrace.ClientTrace{
		Got1xxResponse: func(_ int, header textproto.MIMEHeader) error {
			hints++
			if header.Get("Server") != "" {
				t.Errorf("early: %v", header)
			}
			return nil
		},
	}))
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	body, _ := io.ReadAll(response.Body)
	response.Body.Close()
	header := response.Header
	if string(body) != "whole" || hints != 1 || header.Get("Via")+header.Get("Server") != "" || header.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("%s %d %v", body, hints, header)
	}
	if line := p.line(t, header.Get("X-Request-Id")); line.Status != 200 || line.Bytes != 5 || line.Path != "/whole" {
		t.Errorf("%+v", line)
	}
	refused := ask(t, p.url+"/none")
	if body, _ := io.ReadAll(refused.Body); refused.StatusCode != 404 || !strings.Contains(string(body), `"code":"unknown_url"`) ||
		refused.Header.Get("Www-Authenticate") != "Bearer" {
		t.Errorf("%v %s", refused, body)
	}
	if strings.Contains(p.log.String(), `"level":"error"`) {
		t.Error("Caddy logged a refusal as its own error")
	}
}

func TestCaddyTellsTheCauseOfA502(t *testing.T) {
	engine := fmt.Sprintf("127.0.0.1:%d", freePort(t))
	p := start(t, engine)
	response := ask(t, p.url+"/")
	line := p.line(t, response.Header.Get("X-Request-Id"))
	if want := "dial tcp " + engine + ": connect: connection refused"; response.StatusCode != 502 || line.Cause != want || line.Code != "engine_failed" {
		t.Errorf("%d %+v", response.StatusCode, line)
	}
}

func TestCaddyRefusesNoRoute(t *testing.T) {
	url, _ := flowing(t)
	p := start(t, url)
	for head, want := range map[string]told{
		"GET / HTTP/1.1\r\nHost: ...":                      {Status: 400, Code: "bad_request", Cause: "invalid host"},
		strings.Repeat("A", 33) + " / HTTP/1.1\r\nHost: a": {Status: 405, Code: "method_not_allowed", Cause: "Method Not Allowed"},
	} {
		connection, err := net.Dial("tcp", strings.TrimPrefix(p.url, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		defer connection.Close()
		fmt.Fprint(connection, head+"\r\nConnection: close\r\n\r\n")
		response, err := http.ReadResponse(bufio.NewReader(connection), nil)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(response.Body)
		line := p.line(t, response.Header.Get("X-Request-Id"))
		if response.StatusCode != want.Status || !strings.Contains(string(body), want.Code) || line.Code != want.Code || line.Cause != want.Cause {
			t.Errorf("%s: %v %s %+v", head, response, body, line)
		}
	}
}

func TestCaddyPassesChunks(t *testing.T) {
	url, next := flowing(t)
	p := start(t, url)
	failures := func() bool {
		return strings.Contains(p.scrape(), `gateway_engine_failures_total{cause="broke_off"} 1`)
	}
	if failures() {
		t.Error("a failure before the first")
	}
	go func() { next <- "one" }()
	response := ask(t, p.url+"/stream")
	expect(t, response.Body, "one")
	next <- "two" // only now, so the first did not wait for it
	expect(t, response.Body, "two")
	next <- "break"
	if _, err := io.ReadAll(response.Body); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("an answer that is cut off looks whole: %v", err)
	}
	line := p.line(t, response.Header.Get("X-Request-Id"))
	if line.Status != 200 || line.Level != "error" || line.Cause != "the engine broke off its answer" || line.Bytes != 6 {
		t.Errorf("%+v", line)
	}
	if !failures() {
		t.Error("not counted")
	}
}

func TestCaddyLogsALeavingClient(t *testing.T) {
	url, next := flowing(t)
	p := start(t, url)
	go func() { next <- "one" }()
	response := ask(t, p.url+"/stream")
	expect(t, response.Body, "one")
	response.Body.Close()
	if line := p.line(t, response.Header.Get("X-Request-Id")); line.Level != "warn" || line.Cause == "" {
		t.Errorf("%+v", line)
	}
	close(next)
}

func TestCaddyLosesNoLine(t *testing.T) {
	url, next := flowing(t)
	p := start(t, url)
	go func() { next <- "one" }()
	stream := ask(t, p.url+"/stream")
	expect(t, stream.Body, "one")
	const many = 500
	for i := range many {
		if i == many/2 {
			if err := p.Process.Signal(syscall.SIGUSR1); err != nil {
				t.Fatal(err)
			}
			waitFor(t, "the reload", func() bool { return strings.Contains(p.log.String(), "successfully reloaded") })
		}
		response := ask(t, p.url+"/whole")
		_, _ = io.Copy(io.Discard, response.Body)
		response.Body.Close()
	}
	if counted := fmt.Sprintf(`gateway_request_seconds_count{route="other"} %d`, many); !strings.Contains(p.scrape(), counted) {
		t.Errorf("no %s after a reload", counted)
	}
	if err := p.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	waitFor(t, "the stop begins", func() bool { return strings.Contains(p.log.String(), "servers shutting down") })
	next <- "two"
	expect(t, stream.Body, "two")
	close(next) // the stream ends in the grace period
	if err := p.Wait(); err != nil {
		t.Errorf("stopped with %v", err)
	}
	out := p.out.String()
	if whole := strings.Count(out, `"path":"/whole"`); whole != many || strings.Count(out, "\n") != many+1 {
		t.Errorf("%d lines of %d answers, %d lines in all", whole, many, strings.Count(out, "\n"))
	}
	if line := p.line(t, stream.Header.Get("X-Request-Id")); line.Bytes != 6 || line.Level != "info" {
		t.Errorf("%+v", line)
	}
}
