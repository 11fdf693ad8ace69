// Package public refuses settings without usable TLS, in one line that says what to type.
package public

import (
	"fmt"
	"net"
	"regexp"
	"strings"
)

// validHost matches a bare name. With a scheme, a port or a wildcard Caddy would not serve TLS for one name.
var validHost = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$`)

// innerEndings are endings of names that no public CA certifies.
var innerEndings = []string{".localhost", ".local", ".internal", ".lan", ".home.arpa"}

// Check checks the gateway's settings of TLS. It runs before Caddy, whose error would name a snippet instead.
//
//	GATEWAY_TLS         internal (unset too), acme or files
//	GATEWAY_HOST        the name that is served
//	GATEWAY_ACME_EMAIL  required by acme
//	GATEWAY_ACME_CA     the CA's directory; unset: Let's Encrypt
//	GATEWAY_PUBLIC      set by compose/public.yaml, which opens port 80 and the way to the CA
func Check(setting func(string) string) error {
	kind, host, overlay := setting("GATEWAY_TLS"), setting("GATEWAY_HOST"), setting("GATEWAY_PUBLIC") != ""
	if host != "" && !validHost.MatchString(host) {
		return fmt.Errorf("GATEWAY_HOST is %q, not a bare host name. Fix: GATEWAY_HOST=student.example.com", host)
	}
	switch kind {
	case "", "internal":
		if overlay {
			return fmt.Errorf("compose/public.yaml serves a public name, but GATEWAY_TLS is internal. " +
				"Fix: GATEWAY_TLS=acme or GATEWAY_TLS=files, or remove compose/public.yaml from COMPOSE_FILE")
		}
		return nil
	case "acme", "files":
	default:
		return fmt.Errorf("GATEWAY_TLS is %q. Fix: GATEWAY_TLS=internal, acme or files", kind)
	}
	if !overlay {
		return fmt.Errorf("GATEWAY_TLS=%s requires port 80 and the certificates of compose/public.yaml. "+
			"Fix: add :compose/public.yaml to COMPOSE_FILE", kind)
	}
	if host == "" || strings.EqualFold(host, "localhost") || net.ParseIP(host) != nil {
		return fmt.Errorf("GATEWAY_HOST is %q, not a public name. Fix: GATEWAY_HOST=student.example.com", host)
	}
	if kind == "acme" {
		return checkACME(host, setting("GATEWAY_ACME_EMAIL"), setting("GATEWAY_ACME_CA"))
	}
	return nil
}

func checkACME(host, email, ca string) error {
	for _, ending := range innerEndings {
		if strings.HasSuffix(strings.ToLower(host), ending) || !strings.Contains(host, ".") {
			return fmt.Errorf("GATEWAY_HOST is %q, which no public CA certifies. "+
				"Fix: a name with a public DNS record, or GATEWAY_TLS=files", host)
		}
	}
	if user, domain, found := strings.Cut(email, "@"); !found || user == "" || domain == "" || strings.ContainsAny(email, " {}\"`") {
		return fmt.Errorf("GATEWAY_ACME_EMAIL is %q, but GATEWAY_TLS=acme requires an address for the CA's warnings. "+
			"Fix: GATEWAY_ACME_EMAIL=you@example.com", email)
	}
	if ca != "" && !strings.HasPrefix(ca, "https://") {
		return fmt.Errorf("GATEWAY_ACME_CA is %q, not the https:// address of a CA's directory. "+
			"Fix: GATEWAY_ACME_CA= for Let's Encrypt", ca)
	}
	return nil
}
