"""Parts that panels and dashboards share: the data source, the look of a panel, the links between dashboards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from grafana_foundation_sdk.builders import common, prometheus, stat, table, timeseries
from grafana_foundation_sdk.builders import dashboard as build
from grafana_foundation_sdk.models import common as common_model
from grafana_foundation_sdk.models import dashboard as model

TAG = "student-llm"
SOURCE = model.DataSourceRef(type_val="prometheus", uid="${datasource}")
SHARES = (("P50", 0.5), ("P95", 0.95), ("P99", 0.99))

Panel = timeseries.Panel | stat.Panel | table.Panel
Query = tuple[str, str]
"""An expression, and the format of its series' names."""


@dataclass(frozen=True)
class Limits:
    """Values at which a figure turns yellow and red: going up, or going down if ``red`` is the smaller."""

    yellow: float
    red: float

    def build(self) -> build.ThresholdsConfig:
        """Return Grafana's steps, which go upwards."""
        falling = self.red < self.yellow
        colors = ("red", "yellow", "green") if falling else ("green", "yellow", "red")
        values = (None, min(self.yellow, self.red), max(self.yellow, self.red))
        steps = [model.Threshold(value=value, color=color) for value, color in zip(values, colors, strict=True)]
        return build.ThresholdsConfig().mode(model.ThresholdsMode.ABSOLUTE).steps(steps)


@dataclass(frozen=True)
class Page:
    """A dashboard: its stable uid, its rows of panels, each with a title."""

    uid: str
    title: str
    description: str
    rows: Sequence[tuple[str, Sequence[Panel]]] = field(default_factory=tuple)

    def build(self) -> model.Dashboard:
        """Return the dashboard as Grafana reads it."""
        page = (
            build.Dashboard(self.title)
            .uid(self.uid)
            .description(self.description)
            .tags([TAG])
            .readonly()
            .refresh("15s")
            .time("now-1h", "now")
            .tooltip(model.DashboardCursorSync.CROSSHAIR)
            .with_variable(build.DatasourceVariable("datasource").label("Data source").type("prometheus"))
            .link(
                build.DashboardLink("Student LLM")
                .type(model.DashboardLinkType.DASHBOARDS)
                .tags([TAG])
                .keep_time(True)
                .include_vars(True)
            )
            .annotation(_event("Engine away", "student:engine_up:max == 0", "red"))
            .annotation(_event("Keys changed", "student:key_changes:changes1m > 0", "blue"))
        )
        for title, panels in self.rows:
            page.with_row(build.Row(title))
            for panel in panels:
                page.with_panel(panel)
        made = page.build()
        for number, panel in enumerate(made.panels or [], 1):
            panel.id_val = number
        return made


def _event(name: str, expr: str, color: str) -> build.AnnotationQuery:
    return build.AnnotationQuery().name(name).datasource(SOURCE).enable(True).icon_color(color).expr(expr)


def _queries(queries: Sequence[Query], *, instant: bool = False) -> list[prometheus.Dataquery]:
    made = []
    for letter, (expr, legend) in zip("ABCDEFGH", queries, strict=False):
        query = prometheus.Dataquery().ref_id(letter).expr(expr).legend_format(legend)
        made.append(query.instant() if instant else query.range())
    return made


def graph(title: str, description: str, unit: str, *queries: Query, limits: Limits | None = None) -> timeseries.Panel:
    """Return a panel of lines over time, half a row wide."""
    panel = (
        timeseries.Panel()
        .title(title)
        .description(description)
        .datasource(SOURCE)
        .unit(unit)
        .min(0)
        .span(12)
        .height(8)
        .line_width(1)
        .fill_opacity(10)
        .show_points(common_model.VisibilityMode.NEVER)
        .legend(
            common.VizLegendOptions()
            .display_mode(common_model.LegendDisplayMode.TABLE)
            .placement(common_model.LegendPlacement.BOTTOM)
            .show_legend(True)
            .calcs(["lastNotNull", "max"])
        )
        .tooltip(common.VizTooltipOptions().mode(common_model.TooltipDisplayMode.MULTI))
        .targets(_queries(queries))
    )
    if limits:
        style = common.GraphThresholdsStyleConfig().mode(common_model.GraphThresholdsStyleMode.LINE)
        panel.thresholds(limits.build()).thresholds_style(style)
    return panel


def number(title: str, description: str, unit: str, *queries: Query, limits: Limits | None = None) -> stat.Panel:
    """Return a panel of one figure or a few, an eighth of a row wide."""
    panel = (
        stat.Panel()
        .title(title)
        .description(description)
        .datasource(SOURCE)
        .unit(unit)
        .span(3)
        .height(5)
        .no_value("none")
        .graph_mode(common_model.BigValueGraphMode.NONE)
        .color_mode(common_model.BigValueColorMode.VALUE)
        .reduce_options(common.ReduceDataOptions().calcs(["lastNotNull"]))
        .targets(_queries(queries, instant=True))
    )
    return panel.thresholds(limits.build()) if limits else panel


def listing(title: str, description: str, *queries: Query) -> table.Panel:
    """Return a panel that lists series by their labels, half a row wide."""
    panel = table.Panel().title(title).description(description).datasource(SOURCE).unit("short").span(12).height(8)
    return panel.targets(_queries(queries, instant=True))


def quantiles(series: str, by: str = "") -> list[Query]:
    """Return P50, P95 and P99 of a recorded histogram."""
    return [(f"histogram_quantile({share}, sum by (le) ({series}))", f"{name}{by}") for name, share in SHARES]
