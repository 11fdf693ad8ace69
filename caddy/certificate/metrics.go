package certificate

import (
	"crypto/x509"
	"strings"
	"sync/atomic"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/caddyconfig"
	"github.com/caddyserver/caddy/v2/caddyconfig/caddyfile"
	"github.com/caddyserver/caddy/v2/caddyconfig/httpcaddyfile"
	"github.com/caddyserver/caddy/v2/modules/caddytls"

	"student-llm/gateway/config"
)

var (
	refused = prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "gateway_certificate_refused",
		Help: "1 while the user's own certificate cannot be used and an older one is in force.",
	})
	notBefore = prometheus.NewDesc("gateway_certificate_not_before_timestamp_seconds",
		"When the certificate in force began to be valid; 0: there is none yet.", nil, nil)
	notAfter = prometheus.NewDesc("gateway_certificate_not_after_timestamp_seconds",
		"When the certificate in force expires; 0: there is none yet.", nil, nil)
)

// own is the user's own certificate in force, if there is one.
var own atomic.Pointer[x509.Certificate]

func init() {
	caddy.RegisterModule(Times{})
	httpcaddyfile.RegisterGlobalOption("student_certificate_times", parse)
}

// parse reads the global option "student_certificate_times HOST".
func parse(d *caddyfile.Dispenser, _ any) (any, error) {
	d.Next()
	times := new(Times)
	if !d.AllArgs(&times.Host) {
		return nil, d.ArgErr()
	}
	times.Host = strings.ToLower(times.Host) // matches the index of the certificates
	return httpcaddyfile.App{Name: "student_certificate_times", Value: caddyconfig.JSON(times, nil)}, nil
}

// Times exports when the certificate in force began and expires, at each scrape.
type Times struct {
	// Host is the name that the certificate is for.
	Host string `json:"host"`
}

// CaddyModule returns the Caddy module information.
func (Times) CaddyModule() caddy.ModuleInfo {
	return caddy.ModuleInfo{ID: "student_certificate_times", New: func() caddy.Module { return new(Times) }}
}

// Provision registers the metrics.
func (t *Times) Provision(ctx caddy.Context) error {
	return config.Register(ctx.GetMetricsRegistry(), t)
}

// Start does nothing: the metrics are read at each scrape.
func (*Times) Start() error { return nil }

// Stop does nothing.
func (*Times) Stop() error { return nil }

// Describe names the metrics.
func (*Times) Describe(to chan<- *prometheus.Desc) {
	to <- notBefore
	to <- notAfter
}

// Collect reads the certificate in force.
func (t *Times) Collect(to chan<- prometheus.Metric) {
	var from, until float64
	if leaf := t.inForce(); leaf != nil {
		from, until = float64(leaf.NotBefore.Unix()), float64(leaf.NotAfter.Unix())
	}
	to <- prometheus.MustNewConstMetric(notBefore, prometheus.GaugeValue, from)
	to <- prometheus.MustNewConstMetric(notAfter, prometheus.GaugeValue, until)
}

func (t *Times) inForce() *x509.Certificate {
	if leaf := own.Load(); leaf != nil {
		return leaf
	}
	var leaf *x509.Certificate
	// reads those that Caddy manages; after a renewal the older one stays for a moment
	for _, managed := range caddytls.AllMatchingCertificates(t.Host) {
		if leaf == nil || managed.Leaf.NotAfter.After(leaf.NotAfter) {
			leaf = managed.Leaf
		}
	}
	return leaf
}

var (
	_ caddy.App            = (*Times)(nil)
	_ caddy.Provisioner    = (*Times)(nil)
	_ prometheus.Collector = (*Times)(nil)
)
