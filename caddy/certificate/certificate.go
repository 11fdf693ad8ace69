// Package certificate serves the user's own certificate from two files that may change at any time. It also exports when
// the certificate in force expires, for every issuer.
package certificate

import (
	"context"
	"crypto/tls"
	"fmt"
	"os"
	"sync/atomic"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/caddyconfig/caddyfile"
	"github.com/caddyserver/certmagic"

	"student-llm/gateway/config"
	"student-llm/gateway/secretfile"
	"student-llm/gateway/watch"
)

func init() {
	caddy.RegisterModule(Files{})
}

// Files gives each handshake the certificate in force. Caddy's own "tls CERT KEY" reads the files only with the
// configuration.
type Files struct {
	// Certificate is the file with the whole chain. Key is the file with its key, of mode 600.
	Certificate string `json:"certificate"`
	Key         string `json:"key"`
	// Host must be a name of the certificate.
	Host string `json:"host"`

	pair *atomic.Pointer[tls.Certificate]
}

// CaddyModule returns the Caddy module information.
func (Files) CaddyModule() caddy.ModuleInfo {
	return caddy.ModuleInfo{ID: "tls.get_certificate.student_files", New: func() caddy.Module { return new(Files) }}
}

// UnmarshalCaddyfile reads "student_files CERTIFICATE KEY HOST".
func (f *Files) UnmarshalCaddyfile(d *caddyfile.Dispenser) error {
	d.Next()
	if !d.AllArgs(&f.Certificate, &f.Key, &f.Host) {
		return d.ArgErr()
	}
	return nil
}

// Provision reads the files, and refuses a configuration whose certificate cannot be served.
func (f *Files) Provision(ctx caddy.Context) error {
	if err := config.Register(ctx.GetMetricsRegistry(), refused); err != nil {
		return err
	}
	f.pair = new(atomic.Pointer[tls.Certificate])
	files := watch.New(f.Certificate, f.Key)
	files.Name, files.Load, files.Refused = "certificate", f.load, refused
	if err := f.load(); err != nil {
		return err
	}
	refused.Set(0)
	go files.Run(ctx, ctx.Logger())
	return nil
}

func (f *Files) load() error {
	pair, err := Read(f.Certificate, f.Key, f.Host)
	if err != nil {
		return err
	}
	f.pair.Store(pair)
	own.Store(pair.Leaf)
	return nil
}

// GetCertificate returns the certificate in force.
func (f *Files) GetCertificate(context.Context, *tls.ClientHelloInfo) (*tls.Certificate, error) {
	return f.pair.Load(), nil
}

// Read returns a certificate with its key, or says why it cannot be served under a name. An expired one can be served:
// clients report best what is wrong with it, and the gateway also serves this host's own programs.
func Read(certificate, key, host string) (*tls.Certificate, error) {
	content := make([][]byte, 2)
	for i, path := range []string{certificate, key} {
		var err error
		if content[i], err = os.ReadFile(path); err != nil {
			return nil, fmt.Errorf("certificate: %w. Fix: put it into state/certs, then 'make certificate'", err)
		}
	}
	status, err := os.Stat(key)
	if err != nil {
		return nil, fmt.Errorf("certificate: %w", err)
	}
	if !secretfile.Closed(status) {
		return nil, fmt.Errorf("certificate: %s has mode %04o, others can read it. Fix: chmod 600 state/certs/key.pem",
			key, status.Mode().Perm())
	}
	pair, err := tls.X509KeyPair(content[0], content[1])
	if err != nil {
		return nil, fmt.Errorf("certificate: %s and %s do not match (%w). Fix: put the whole chain into the first, its key into the second",
			certificate, key, err)
	}
	if err := pair.Leaf.VerifyHostname(host); err != nil {
		return nil, fmt.Errorf("certificate: %w. Fix: GATEWAY_HOST=<a name of the certificate>, or another certificate", err)
	}
	return &pair, nil
}

var (
	_ caddy.Provisioner     = (*Files)(nil)
	_ caddyfile.Unmarshaler = (*Files)(nil)
	_ certmagic.Manager     = (*Files)(nil)
)
