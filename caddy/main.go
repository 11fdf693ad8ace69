// Command gateway is Caddy with the rate limit module and this project's own handlers: client keys by name,
// tokens counted and bounded, the guard of the engine's key, the user's own certificate, and settings of TLS that are
// refused before it starts.
package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	caddycmd "github.com/caddyserver/caddy/v2/cmd"

	// The parts of Caddy that the Caddyfile uses, instead of modules/standard: fewer doors, a smaller binary and a
	// faster build. A directive that is missing here is refused at start by name.
	_ "github.com/caddyserver/caddy/v2/caddyconfig/caddyfile"
	_ "github.com/caddyserver/caddy/v2/modules/caddyhttp"
	_ "github.com/caddyserver/caddy/v2/modules/caddyhttp/headers"
	_ "github.com/caddyserver/caddy/v2/modules/caddyhttp/logging"
	_ "github.com/caddyserver/caddy/v2/modules/caddyhttp/map"
	_ "github.com/caddyserver/caddy/v2/modules/caddyhttp/requestbody"
	_ "github.com/caddyserver/caddy/v2/modules/caddyhttp/reverseproxy"
	_ "github.com/caddyserver/caddy/v2/modules/caddyhttp/rewrite"
	_ "github.com/caddyserver/caddy/v2/modules/caddypki"
	_ "github.com/caddyserver/caddy/v2/modules/caddytls"
	_ "github.com/caddyserver/caddy/v2/modules/caddytls/standardstek"
	_ "github.com/caddyserver/caddy/v2/modules/filestorage"
	_ "github.com/caddyserver/caddy/v2/modules/logging"
	_ "github.com/caddyserver/caddy/v2/modules/metrics"
	_ "github.com/mholt/caddy-ratelimit"

	_ "student-llm/gateway/certificate"
	_ "student-llm/gateway/engine"
	_ "student-llm/gateway/health"
	_ "student-llm/gateway/keys"
	"student-llm/gateway/public"
	_ "student-llm/gateway/tokens"
)

func main() {
	// Compose hands on a setting that is not made as an empty variable, which Caddy would take for the value.
	for _, variable := range os.Environ() {
		if name, value, _ := strings.Cut(variable, "="); value == "" && strings.HasPrefix(name, "GATEWAY_") {
			os.Unsetenv(name)
		}
	}
	if len(os.Args) > 1 && slices.Contains([]string{"run", "validate"}, os.Args[1]) {
		if err := public.Check(os.Getenv); err != nil {
			fmt.Fprintln(os.Stderr, "ERROR", err)
			os.Exit(1)
		}
	}
	caddycmd.Main()
}
