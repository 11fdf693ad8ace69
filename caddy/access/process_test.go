package access

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	caddycmd "github.com/caddyserver/caddy/v2/cmd"

	_ "github.com/caddyserver/caddy/v2/modules/caddyhttp/headers"
	_ "github.com/caddyserver/caddy/v2/modules/caddyhttp/reverseproxy"
	_ "github.com/caddyserver/caddy/v2/modules/filestorage"
	_ "github.com/caddyserver/caddy/v2/modules/metrics"
)

// The tests of caddy_test.go run Caddy as a process of its own: this test's program under another name.
const asCaddy = "ACCESS_TEST_AS_CADDY"

func TestMain(m *testing.M) {
	if os.Getenv(asCaddy) != "" {
		caddycmd.Main()
		return
	}
	os.Exit(m.Run())
}

const settings = `
{
	admin off
	persist_config off
	auto_https off
	grace_period 20s
}
http://:%[1]d {
	bind 127.0.0.1
	route {
		student_access
		header WWW-Authenticate Bearer
		error /none 404
		reverse_proxy %[2]s
	}
	handle_errors {
		student_access
		error "{err.message}" {err.status_code}
	}
}
http://:%[3]d {
	bind 127.0.0.1
	metrics
}
`

type process struct {
	*exec.Cmd
	url, metrics string
	out          reader // standard output
	log          reader // standard error
}

func freePort(t *testing.T) int {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port
}

// start runs Caddy before an engine.
func start(t *testing.T, engine string) *process {
	t.Helper()
	port, metrics, folder := freePort(t), freePort(t), t.TempDir()
	file := filepath.Join(folder, "Caddyfile")
	if err := os.WriteFile(file, fmt.Appendf(nil, settings, port, engine, metrics), 0o600); err != nil {
		t.Fatal(err)
	}
	p := &process{
		Cmd:     exec.Command(os.Args[0], "run", "--config", file, "--adapter", "caddyfile"),
		url:     fmt.Sprintf("http://127.0.0.1:%d", port),
		metrics: fmt.Sprintf("http://127.0.0.1:%d/metrics", metrics),
	}
	p.Env = append(os.Environ(), asCaddy+"=1", "HOME="+folder, "XDG_DATA_HOME="+folder, "XDG_CONFIG_HOME="+folder)
	p.Stdout, p.Stderr = &p.out, &p.log
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = p.Process.Kill()
		_ = p.Wait()
		if t.Failed() {
			t.Logf("log:\n%s\naccess log:\n%s", p.log.String(), p.out.String())
		}
	})
	waitFor(t, "Caddy is ready", func() bool { return p.scrape() != "" && p.listens() })
	return p
}

// listens tells whether the port of requests is open; that of the metrics opens first.
func (p *process) listens() bool {
	connection, err := net.Dial("tcp", strings.TrimPrefix(p.url, "http://"))
	if err != nil {
		return false
	}
	return connection.Close() == nil
}

func (p *process) scrape() string {
	response, err := http.Get(p.metrics)
	if err != nil {
		return ""
	}
	defer response.Body.Close()
	text, _ := io.ReadAll(response.Body)
	return string(text)
}

// line waits for the line of an answer.
func (p *process) line(t *testing.T, id string) (found told) {
	t.Helper()
	waitFor(t, "a line of "+id, func() bool {
		for line := range strings.Lines(p.out.String()) {
			if strings.Contains(line, id) && strings.HasSuffix(line, "\n") {
				return json.Unmarshal([]byte(line), &found) == nil
			}
		}
		return false
	})
	return found
}

// flowing is an engine that sends the next part of its stream when a test asks for it.
func flowing(t *testing.T) (url string, next chan<- string) {
	t.Helper()
	parts := make(chan string)
	engine := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/stream" {
			w.Header().Set("Server", "uvicorn")
			w.WriteHeader(http.StatusEarlyHints)
			fmt.Fprint(w, "whole")
			return
		}
		w.Header().Set("Content-Type", "text/event-stream")
		for part := range parts {
			if part == "" {
				return
			}
			if part == "break" {
				panic(http.ErrAbortHandler)
			}
			fmt.Fprint(w, part)
			w.(http.Flusher).Flush()
		}
	}))
	t.Cleanup(engine.Close)
	return strings.TrimPrefix(engine.URL, "http://"), parts
}

func expect(t *testing.T, from io.Reader, want string) {
	t.Helper()
	got := make([]byte, len(want))
	if _, err := io.ReadFull(from, got); err != nil || string(got) != want {
		t.Fatalf("%q %v, not %q", got, err, want)
	}
}

func ask(t *testing.T, url string) *http.Response {
	t.Helper()
	response, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { response.Body.Close() })
	return response
}
