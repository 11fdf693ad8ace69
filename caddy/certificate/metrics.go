package certificate

import (
	"crypto/x509"
	"errors"
	"net/http"
	"sync/atomic"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/caddyconfig/httpcaddyfile"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp"
	"github.com/caddyserver/caddy/v2/modules/caddytls"
)

var (
	refused = prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "gateway_certificate_refused",
		Help: "1 while the user's own certificate cannot be used and an older one is in force.",
	})
	notBefore = prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "gateway_certificate_not_before_timestamp_seconds",
		Help: "When the certificate in force began to be valid; 0: there is none yet.",
	})
	notAfter = prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "gateway_certificate_not_after_timestamp_seconds",
		Help: "When the certificate in force ends; 0: there is none yet.",
	})
)

// own is the user's own certificate in force, if there is one.
var own atomic.Pointer[x509.Certificate]

func init() {
	caddy.RegisterModule(Times{})
	httpcaddyfile.RegisterHandlerDirective("student_certificate_times", parse)
	httpcaddyfile.RegisterDirectiveOrder("student_certificate_times", httpcaddyfile.Before, "metrics")
}

// parse reads "student_certificate_times HOST".
func parse(helper httpcaddyfile.Helper) (caddyhttp.MiddlewareHandler, error) {
	helper.Next()
	times := new(Times)
	if !helper.AllArgs(&times.Host) {
		return nil, helper.ArgErr()
	}
	return times, nil
}

// Times stands before Caddy's handler of metrics and looks at the certificate each time these are read.
type Times struct {
	// Host is the name that the certificate is for.
	Host string `json:"host"`
}

// CaddyModule returns the Caddy module information.
func (Times) CaddyModule() caddy.ModuleInfo {
	return caddy.ModuleInfo{ID: "http.handlers.student_certificate_times", New: func() caddy.Module { return new(Times) }}
}

// Provision registers the metrics.
func (*Times) Provision(ctx caddy.Context) error {
	for _, gauge := range []prometheus.Gauge{notBefore, notAfter} {
		var twice prometheus.AlreadyRegisteredError
		if err := ctx.GetMetricsRegistry().Register(gauge); err != nil && !errors.As(err, &twice) {
			return err
		}
	}
	return nil
}

// ServeHTTP notes the times and goes on.
func (t *Times) ServeHTTP(w http.ResponseWriter, r *http.Request, next caddyhttp.Handler) error {
	leaf := own.Load()
	if leaf == nil {
		// those that Caddy gets by itself; a renewed one stands beside the older one for a moment
		for _, managed := range caddytls.AllMatchingCertificates(t.Host) {
			if leaf == nil || managed.Leaf.NotAfter.After(leaf.NotAfter) {
				leaf = managed.Leaf
			}
		}
	}
	if leaf != nil {
		notBefore.Set(float64(leaf.NotBefore.Unix()))
		notAfter.Set(float64(leaf.NotAfter.Unix()))
	}
	return next.ServeHTTP(w, r)
}

var (
	_ caddy.Provisioner           = (*Times)(nil)
	_ caddyhttp.MiddlewareHandler = (*Times)(nil)
)
