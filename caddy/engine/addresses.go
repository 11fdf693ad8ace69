package engine

import (
	"context"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"golang.org/x/sync/singleflight"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/caddyconfig/caddyfile"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp/reverseproxy"
)

func init() {
	caddy.RegisterModule(Addresses{})
}

const (
	// Bounds the age of an answer of the name service, including a failure.
	addressesFresh = time.Second
	lookupTimeout  = 2 * time.Second
)

// Addresses finds the engine's replicas by their name. Caddy's own source asks the name service while it holds a lock that
// all requests need, and forgets failures. If the name service does not answer for a stopped engine, requests would wait one
// after another for a second each.
type Addresses struct {
	// Host is a name whose every address is a replica.
	Host string `json:"host"`
	// Port is the replicas' port.
	Port string `json:"port"`

	asked  *singleflight.Group
	latest *atomic.Pointer[addresses]
	lookup func(ctx context.Context, network, host string) ([]net.IP, error)
}

type addresses struct {
	dials []string
	err   error
	until time.Time
}

// CaddyModule returns the Caddy module information.
func (Addresses) CaddyModule() caddy.ModuleInfo {
	return caddy.ModuleInfo{ID: "http.reverse_proxy.upstreams.student", New: func() caddy.Module { return new(Addresses) }}
}

// UnmarshalCaddyfile reads "student HOST PORT".
func (a *Addresses) UnmarshalCaddyfile(d *caddyfile.Dispenser) error {
	d.Next()
	if !d.AllArgs(&a.Host, &a.Port) {
		return d.ArgErr()
	}
	return nil
}

// Provision prepares the lookups.
func (a *Addresses) Provision(caddy.Context) error {
	a.asked, a.latest = new(singleflight.Group), new(atomic.Pointer[addresses])
	a.lookup = net.DefaultResolver.LookupIP
	return nil
}

// GetUpstreams returns the replicas, without those that just refused a connection. Requests during a look-up share its
// answer.
func (a *Addresses) GetUpstreams(*http.Request) ([]*reverseproxy.Upstream, error) {
	known := a.latest.Load()
	if known == nil || time.Now().After(known.until) {
		made, _, _ := a.asked.Do("", func() (any, error) { return a.ask(), nil })
		known = made.(*addresses)
	}
	dials := absent.without(known.dials)
	upstreams := make([]*reverseproxy.Upstream, len(dials)) // the proxy writes into each
	for i, dial := range dials {
		upstreams[i] = &reverseproxy.Upstream{Dial: dial}
	}
	return upstreams, known.err
}

// ResetCache makes the next request ask the name service again, because no replica was reached. A recent failure to answer
// is kept.
func (a *Addresses) ResetCache(*http.Request) error {
	if known := a.latest.Load(); known != nil && known.err == nil {
		a.latest.CompareAndSwap(known, nil)
	}
	return nil
}

func (a *Addresses) ask() *addresses {
	ctx, cancel := context.WithTimeout(context.Background(), lookupTimeout)
	defer cancel()
	ips, err := a.lookup(ctx, "ip4", a.Host)
	made := &addresses{err: err, until: time.Now().Add(addressesFresh)}
	for _, ip := range ips {
		made.dials = append(made.dials, net.JoinHostPort(ip.String(), a.Port))
	}
	a.latest.Store(made)
	return made
}

var (
	_ caddy.Provisioner                  = (*Addresses)(nil)
	_ caddyfile.Unmarshaler              = (*Addresses)(nil)
	_ reverseproxy.UpstreamSource        = (*Addresses)(nil)
	_ reverseproxy.CachingUpstreamSource = (*Addresses)(nil)
)
