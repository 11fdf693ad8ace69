"""The dashboards as code: ``make dashboards`` writes grafana/dashboards from it. Requires grafana-foundation-sdk."""
