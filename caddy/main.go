// Command gateway is Caddy with the rate limit module and this project's own handlers: a closed list of paths, client keys
// by name, bounds for bodies and tokens, the way to the engine, the access log and the user's own certificate. It checks
// the settings of TLS before it starts.
package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	caddycmd "github.com/caddyserver/caddy/v2/cmd"

	// Imports only the parts of Caddy that the Caddyfile uses, not modules/standard: a smaller attack surface, a smaller
	// binary and a faster build. At the start Caddy refuses a directive that is missing here, by its name.
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

	_ "student-llm/gateway/access"
	_ "student-llm/gateway/certificate"
	_ "student-llm/gateway/engine"
	_ "student-llm/gateway/health"
	_ "student-llm/gateway/keys"
	_ "student-llm/gateway/models"
	"student-llm/gateway/public"
	_ "student-llm/gateway/routes"
	_ "student-llm/gateway/tokens"
)

func main() {
	// Removes empty variables: Compose passes an unset setting as one, and Caddy would use it as the value.
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
