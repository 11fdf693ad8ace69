package public

import (
	"crypto/tls"
	"fmt"
	"os"

	"github.com/caddyserver/caddy/v2/caddyconfig/httpcaddyfile"
)

func init() {
	httpcaddyfile.RegisterDirective("student_certificate", parse)
}

// parse reads "student_certificate CERT KEY NAME". It only looks, at each start and reload: Caddy's own directive serves.
func parse(helper httpcaddyfile.Helper) ([]httpcaddyfile.ConfigValue, error) {
	helper.Next()
	var certificate, key, name string
	if !helper.AllArgs(&certificate, &key, &name) {
		return nil, helper.ArgErr()
	}
	return nil, CheckFiles(certificate, key, name)
}

// CheckFiles says why a certificate and its key cannot be served under a name. An expired one can, as clients say best
// what is wrong with it, and the gateway also serves this host's own programs.
func CheckFiles(certificate, key, name string) error {
	for _, path := range []string{certificate, key} {
		if _, err := os.ReadFile(path); err != nil {
			return fmt.Errorf("certificate: %w. Fix: put it into state/certs, run 'make init', then 'make reload'", err)
		}
	}
	status, err := os.Stat(key)
	if err != nil {
		return err
	}
	if mode := status.Mode().Perm(); mode&0o077 != 0 {
		return fmt.Errorf("certificate: %s has mode %04o, others can read it. Fix: chmod 600 state/certs/key.pem", key, mode)
	}
	pair, err := tls.LoadX509KeyPair(certificate, key)
	if err != nil {
		return fmt.Errorf("certificate: %s and %s are no pair (%w). Fix: the whole chain in the one, its key in the other",
			certificate, key, err)
	}
	if err := pair.Leaf.VerifyHostname(name); err != nil {
		return fmt.Errorf("certificate: %w. Fix: GATEWAY_HOST=<a name of the certificate>, or another certificate", err)
	}
	return nil
}
