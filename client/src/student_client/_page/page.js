"use strict";
// Draws the data that 'make report' or 'student bench' has put into the page: one card per panel, each graph by uPlot.
const data = JSON.parse(document.getElementById("data").textContent);
const dark = matchMedia("(prefers-color-scheme: dark)");
const LINES = {
  light: ["#2563c9", "#c2570c", "#1f7a3d", "#8b3fc0", "#a61b5b", "#0f7c86", "#7a5b12", "#4b5563"],
  dark: ["#6ea8fe", "#f5a35c", "#6fcf8e", "#c59bf0", "#f28bb6", "#5cc8d4", "#d9b65a", "#a7b1bf"],
};
const graphs = [];

const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function element(tag, parent, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  parent.append(made);
  return made;
}

function digits(value) {
  const size = Math.abs(value);
  if (size >= 1e9) return `${+(value / 1e9).toPrecision(3)}G`;
  if (size >= 1e6) return `${+(value / 1e6).toPrecision(3)}M`;
  if (size >= 1e4) return `${+(value / 1e3).toPrecision(3)}k`;
  return String(+value.toPrecision(3));
}

function duration(seconds) {
  const size = Math.abs(seconds);
  if (size === 0) return "0 s";
  if (size < 1) return `${digits(seconds * 1e3)} ms`;
  if (size < 120) return `${digits(seconds)} s`;
  if (size < 7200) return `${digits(seconds / 60)} min`;
  return size < 172800 ? `${digits(seconds / 3600)} h` : `${digits(seconds / 86400)} d`;
}

const UNITS = {
  s: duration,
  percentunit: (value) => `${+(value * 100).toPrecision(4)} %`,
  reqps: (value) => `${digits(value)}/s`,
  Bps: (value) => `${digits(value)}B/s`,
  celsius: (value) => `${digits(value)} °C`,
  watt: (value) => `${digits(value)} W`,
  currencyUSD: (value) => `$${digits(value)}`,
  joule: (value) => `${digits(value)} J`,
};
const time = (seconds) => new Date(seconds * 1000).toLocaleString();
const last = (values) => values.findLast((value) => value !== null);
const shown = (unit, value) => (value === null || value === undefined ? "–" : (UNITS[unit] || digits)(value));

function level(steps, value) {
  let found = "";
  for (const step of steps) if (step.value === null || value >= step.value) found = step.color;
  return found;
}

function numbers(card, panel) {
  for (const one of panel.series) {
    const box = element("div", card, `number ${level(panel.steps, one.last)}`, shown(panel.unit, one.last));
    if (panel.series.length > 1) element("small", box, "", one.name);
  }
}

function listing(card, panel) {
  const table = element("table", card);
  for (const one of panel.series) {
    const row = element("tr", table);
    element("td", row, "", one.name);
    element("td", row, "", Object.entries(one.labels).map((pair) => pair.join(" ")).join(", "));
  }
}

// Draws a table with a head; the last cell of a row may be a word with a colour.
function rows(card, panel) {
  const table = element("table", element("div", card, "wide"));
  panel.rows.forEach((cells, number) => {
    const row = element("tr", table);
    for (const cell of cells) element(number ? "td" : "th", row, panel.colors[cell] || "", cell);
  });
}

// Draws lines across the graph: the limits of yellow and red, and the times of events.
function marks(panel, events) {
  return (plot) => {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.setLineDash([4, 4]);
    const line = (stroke, x1, y1, x2, y2) => {
      ctx.strokeStyle = stroke;
      ctx.beginPath();
      ctx.moveTo(x1, y1);
      ctx.lineTo(x2, y2);
      ctx.stroke();
    };
    for (const step of panel.lines ? panel.steps : []) {
      if (step.value === null || step.color === "green") continue;
      const y = plot.valToPos(step.value, "y", true);
      if (y >= bbox.top && y <= bbox.top + bbox.height) line(color(`--${step.color}`), bbox.left, y, bbox.left + bbox.width, y);
    }
    for (const event of events) {
      const x = plot.valToPos(event.time, "x", true);
      if (x >= bbox.left && x <= bbox.left + bbox.width) line(color(event.color === "red" ? "--red" : "--quiet"), x, bbox.top, x, bbox.top + bbox.height);
    }
    ctx.restore();
  };
}

// Returns the x axis: the time, or a panel's own, such as the number of problems at once.
const moments = () => ({ values: data.times, name: (at) => (at === null || at === undefined ? "last" : time(at)) });
const steps = (x) => ({ ...x, name: (at) => (at === null || at === undefined ? "all" : digits(at)) });

function graph(card, panel, events) {
  const place = element("div", card);
  const x = panel.x ? steps(panel.x) : moments();
  const axis = () => ({ stroke: color("--quiet"), grid: { stroke: color("--line"), width: 1 }, ticks: { stroke: color("--line"), width: 1 } });
  const draw = () => {
    const lines = LINES[dark.matches ? "dark" : "light"];
    const options = {
      width: place.clientWidth,
      height: 190,
      scales: { x: { time: !panel.x }, y: { range: (plot, low, high) => [Math.min(0, low), high > 0 ? high * 1.1 : 1] } },
      axes: [{ ...axis(), ...(panel.x ? { label: x.label, labelSize: 20, size: 34 } : {}) }, { ...axis(), size: 70, values: (plot, values) => values.map((value) => shown(panel.unit, value)) }],
      series: [
        { label: x.label || "Time", value: (plot, at) => x.name(at) },
        ...panel.series.map((one, number) => ({
          label: one.name,
          stroke: lines[number % lines.length],
          width: 1.5,
          spanGaps: false,
          points: { show: one.values.filter((value) => value !== null).length < (panel.x ? 20 : 3) },
          value: (plot, value, number, index) => shown(panel.unit, index === null ? last(one.values) : value),
        })),
      ],
      hooks: { draw: [marks(panel, events)] },
    };
    place.replaceChildren();
    return new uPlot(options, [x.values, ...panel.series.map((one) => one.values)], place);
  };
  const kept = { place, draw, plot: draw() };
  graphs.push(kept);
}

const KINDS = { stat: numbers, table: listing, rows, timeseries: graph };

function page(main, one) {
  const link = element("a", document.getElementById("pages"), "", one.title);
  link.href = `#${one.uid}`;
  const heading = element("h2", main, "", one.title);
  heading.id = one.uid;
  element("p", main, "about", one.description);
  for (const row of one.rows) {
    element("h3", main, "", row.title);
    const grid = element("div", main, "row");
    for (const panel of row.panels) {
      const card = element("section", grid, `card ${panel.width > 6 ? "half" : "eighth"}`);
      card.style.gridColumn = `span ${panel.width}`;
      element("h4", card, "", panel.title);
      element("p", card, "", panel.description);
      if (panel.series.length || panel.rows) KINDS[panel.kind](card, panel, one.events);
      else element("p", card, "none", panel.kind === "table" ? "none" : "no data");
    }
  }
}

document.getElementById("made").textContent = data.made || `${time(data.times[0])} to ${time(data.times[data.times.length - 1])}, from ${data.source}`;
for (const one of data.pages) page(document.getElementById("main"), one);

const again = () => graphs.forEach((kept) => { kept.plot.destroy(); kept.plot = kept.draw(); });
dark.addEventListener("change", again);
let width = innerWidth;
addEventListener("resize", () => { if (innerWidth !== width) { width = innerWidth; again(); } });
document.documentElement.dataset.drawn = String(graphs.length);
