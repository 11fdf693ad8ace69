// Package config has the parts of configuration that every handler needs: a block of settings, and metrics that outlive a
// reload.
package config

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/caddyserver/caddy/v2/caddyconfig/caddyfile"
)

// Block reads "directive { name value }", a setting a line. Each setting is a *string, an *int or a *[]string, which
// gets all values of a line. An argument before the block is refused, because Caddy would treat it as a path to match.
func Block(d *caddyfile.Dispenser, settings map[string]any) error {
	d.Next()
	if d.NextArg() {
		return d.ArgErr()
	}
	for d.NextBlock(0) {
		name := d.Val()
		values := d.RemainingArgs()
		setting, known := settings[name]
		if !known {
			return d.Errf("unknown setting %q, use one of %s", name, names(settings))
		}
		if list, ok := setting.(*[]string); ok {
			*list = append(*list, values...)
			continue
		}
		if len(values) != 1 {
			return d.ArgErr()
		}
		switch target := setting.(type) {
		case *string:
			*target = values[0]
		case *int:
			number, err := strconv.Atoi(values[0])
			if err != nil {
				return d.Errf("%s must be a number, not %q", name, values[0])
			}
			*target = number
		}
	}
	return nil
}

func names(settings map[string]any) string {
	var all []string
	for name := range settings {
		all = append(all, name)
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
}

// Register adds collectors to a configuration's registry. The process owns the collectors and lends them to each
// configuration, so that a reload does not reset them. Every site has its own handlers but shares one registry, so a
// collector that is registered already is not an error.
func Register(registry *prometheus.Registry, collectors ...prometheus.Collector) error {
	for _, collector := range collectors {
		var twice prometheus.AlreadyRegisteredError
		err := registry.Register(collector)
		if errors.As(err, &twice) && twice.ExistingCollector == collector {
			continue
		}
		if err != nil {
			return err
		}
	}
	return nil
}
