"""Train the model: `python -m training.train --minutes 40`; started again, it continues from its last checkpoint.

The schedule counts steps with `--steps`, which makes a run repeatable. Otherwise it counts minutes of training, so that
the run ends in time on a shared machine. The checkpoint keeps the minutes.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from training import warm
from training.model import Llama, Shape

HERE = Path(__file__).parent
WARM_UP = 100
HOLD = 0.3
FLOOR = 0.02
MEAN = 0.99
EASIEST = 0.01
"""Warm-up steps, share of steps at the full rate, last rate as a share of it, decay of the running mean, and the
smallest weight of a sample when a batch is drawn."""


class Muon:
    """Momentum that is made orthogonal before each step; matrices of one shape are processed together."""

    def __init__(self, parameters: list[Tensor], rate: float, momentum: float = 0.95) -> None:
        self.groups: dict[torch.Size, list[Tensor]] = {}
        for parameter in parameters:
            self.groups.setdefault(parameter.shape, []).append(parameter)
        self.buffers = {shape: torch.zeros(len(group), *shape) for shape, group in self.groups.items()}
        self.rate, self.momentum = rate, momentum

    @torch.no_grad()
    def step(self, scale: float) -> None:
        """Take one step at ``scale`` times the rate."""
        for shape, group in self.groups.items():
            gradient = torch.stack([p.grad for p in group])
            buffer = self.buffers[shape]
            buffer.lerp_(gradient, 1 - self.momentum)
            update = _orthogonal(gradient.lerp(buffer, self.momentum))
            update *= max(1, shape[0] / shape[1]) ** 0.5 * self.rate * scale
            for parameter, change in zip(group, update, strict=True):
                parameter.mul_(1 - 0.01 * self.rate * scale).sub_(change)


def _orthogonal(matrices: Tensor) -> Tensor:
    """Return approximately the nearest orthogonal matrices, by five Newton-Schulz steps."""
    x = matrices.mT if matrices.shape[-2] > matrices.shape[-1] else matrices
    x = (x / (x.norm(dim=(-2, -1), keepdim=True) + 1e-7)).bfloat16()  # is precise enough, and twice as fast
    for a, b, c in (
        (4.0848, -6.8946, 2.9270),
        (3.9505, -6.3029, 2.6377),
        (3.7418, -5.5913, 2.3037),
        (2.8769, -3.1427, 1.2046),
        (2.8366, -3.0525, 1.2012),
    ):
        square = x @ x.mT
        x = a * x + (b * square + c * square @ square) @ x
    return (x.mT if matrices.shape[-2] > matrices.shape[-1] else x).float()


def batches(data: dict[str, np.ndarray], size: int, seed: int) -> Iterator[tuple[Tensor, Tensor]]:
    """Yield batches of samples of similar length, endlessly: inputs and targets, -100 outside the answer."""
    starts, answers = data["starts"], data["answers"]
    lengths = np.diff(starts)
    fitting = np.flatnonzero(lengths <= Shape.context)
    epoch = 0
    while True:
        rng = np.random.default_rng((seed, epoch))
        order = rng.permutation(fitting)
        for part in np.array_split(order, max(1, len(order) // (size * 50))):
            pool = part[np.argsort(lengths[part], kind="stable")]
            groups = [pool[i : i + size] for i in range(0, len(pool) - size + 1, size)]
            for index in rng.permutation(len(groups)):
                group = groups[index]
                width = lengths[group].max()
                rows = np.zeros((len(group), width), dtype=np.int64)
                targets = np.full((len(group), width), -100, dtype=np.int64)
                for row, sample in enumerate(group):
                    length = lengths[sample]
                    rows[row, :length] = data["tokens"][starts[sample] : starts[sample] + length]
                    first = length - answers[sample]
                    targets[row, first - 1 : length - 1] = rows[row, first:length]
                yield torch.from_numpy(rows), torch.from_numpy(targets)
        epoch += 1


def draw(losses: Tensor, count: int, random: torch.Generator) -> tuple[Tensor, Tensor]:
    """Draw ``count`` rows, preferring high losses, and the weights that keep the mean gradient unchanged.

    Most samples are soon learned and teach nothing more; computing their loss costs a quarter of a step.
    """
    chance = 1 - torch.exp(-losses) + EASIEST
    chance = chance * count / chance.sum()
    for _ in range(8):  # a probability is at most one; the others get the excess
        free = chance < 1
        chance = torch.where(free, chance * (count - (~free).sum()) / chance[free].sum(), chance).clamp(max=1)
    marks = torch.arange(count) + torch.rand((), generator=random)
    rows = torch.searchsorted(chance.cumsum(0), marks).clamp(max=len(losses) - 1)
    return rows, 1 / chance[rows]


def schedule(step: int, progress: float) -> float:
    """Return the learning rate's factor: warm-up, hold, then a linear decay until ``progress`` is 1."""
    if step < WARM_UP:
        return (step + 1) / WARM_UP
    return 1.0 if progress < HOLD else max(FLOOR, 1 - (1 - FLOOR) * (progress - HOLD) / (1 - HOLD))


class Run:
    """A training run, and its state for checkpoints."""

    def __init__(self, options: argparse.Namespace) -> None:
        torch.manual_seed(options.seed)
        self.options = options
        self.random = torch.Generator().manual_seed(options.seed)
        self.model = Llama(Shape(hidden=options.hidden, inner=options.inner, layers=options.layers))
        if options.warm:
            self.model.load_state_dict(warm.weights(options.warm, self.model.state_dict()))
        if options.compile:
            self.model.compile(dynamic=True)
        matrices = [p for p in self.model.model.layers.parameters() if p.dim() == 2]
        others = [p for p in self.model.parameters() if not any(p is m for m in matrices)]
        self.muon = Muon(matrices, options.muon_rate)
        self.adam = torch.optim.AdamW(others, lr=options.rate, betas=(0.9, 0.98), weight_decay=0.0)
        self.step, self.begun, self.seconds = 0, 0, 0.0
        self.mark = time.monotonic()
        self.history: list[tuple[int, float]] = []
        self.mean = [p.detach().clone() for p in self.model.parameters()]

    def save(self, path: Path) -> None:
        """Write a checkpoint atomically."""
        state = {
            "model": self.model.state_dict(),
            "mean": self.averaged(),
            "adam": self.adam.state_dict(),
            "muon": self.muon.buffers,
            "step": self.step,
            "begun": self.begun,
            "data": self.options.data.name,
            "seconds": self.seconds + time.monotonic() - self.mark,
            "history": self.history,
            "shape": asdict(self.model.shape),
            "seed": self.options.seed,
        }
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def load(self, path: Path) -> None:
        """Continue from a checkpoint: at its position in the same data, or at the beginning of other data."""
        state = torch.load(path, weights_only=False)
        self.model.load_state_dict(state["model"])
        self.adam.load_state_dict(state["adam"])
        self.muon.buffers, self.mean = state["muon"], list(state["mean"].values())
        self.step, self.seconds, self.history = state["step"], state["seconds"], state["history"]
        self.begun = state["begun"] if state.get("data") == self.options.data.name else self.step

    def progress(self) -> float:
        """Return the completed share of the run, by steps or by time."""
        if self.options.steps:
            return self.step / float(self.options.steps)
        return (self.seconds + time.monotonic() - self.mark) / (60 * float(self.options.minutes))

    def averaged(self) -> dict[str, Tensor]:
        """Return the running mean of the parameters, which is exported."""
        return dict(zip((name for name, _ in self.model.named_parameters()), self.mean, strict=True))

    def one(self, tokens: Tensor, targets: Tensor) -> float:
        """Take one optimiser step on samples drawn from a pool; return the pool's loss per token."""
        count = (targets >= 0).sum()
        with torch.no_grad():
            losses = self.model.losses(tokens, targets)
        rows, weights = draw(losses, self.options.batch, self.random)
        width = int((tokens[rows] != 0).any(0).sum())
        batch = self.model.losses(tokens[rows, :width], targets[rows, :width])
        ((weights * batch).sum() / count).backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        scale = schedule(self.step, self.progress())
        for group in self.adam.param_groups:
            group["lr"] = self.options.rate * scale
        self.adam.step()
        self.muon.step(scale)
        self.model.zero_grad(set_to_none=True)
        with torch.no_grad():
            torch._foreach_lerp_(self.mean, list(self.model.parameters()), 1 - min(MEAN, self.step / (self.step + 10)))
        self.step += 1
        return float(losses.sum() / count)


def train(run: Run, data: dict[str, np.ndarray], checkpoint: Path) -> None:
    """Take all steps, reporting every 100 and saving every 250."""
    feed = batches(data, run.options.batch * run.options.pool, run.options.seed)
    for _ in range(run.step - run.begun):
        next(feed)
    recent: list[float] = []
    tokens, run.mark = 0, time.monotonic()
    while run.progress() < 1:
        inputs, targets = next(feed)
        recent.append(run.one(inputs, targets))
        tokens += inputs.numel()
        if run.step % 100 == 0:
            spent = time.monotonic() - run.mark
            run.seconds, run.mark = run.seconds + spent, time.monotonic()
            left = (
                run.seconds * (1 / run.progress() - 1) if run.options.steps else 60 * run.options.minutes - run.seconds
            )
            loss = sum(recent) / len(recent)
            run.history.append((run.step, loss))
            speed = f"{tokens / spent:.0f} tokens/s  {run.seconds / 60:.1f} min, {left / 60:.1f} left"
            print(f"step {run.step}  loss {loss:.4f}  {speed}", flush=True)
            recent, tokens = [], 0
        if run.step % 250 == 0:
            run.save(checkpoint)
    run.save(checkpoint)


def main() -> None:
    """Read the options, continue from a checkpoint if there is one, and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=40)
    parser.add_argument("--steps", type=int, default=0, help="number of steps; 0: the minutes count")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--pool", type=int, default=6, help="batches that one batch is drawn from")
    parser.add_argument("--rate", type=float, default=1.5e-3)
    parser.add_argument("--muon-rate", type=float, default=0.008)
    parser.add_argument("--hidden", type=int, default=128)
    parser.add_argument("--inner", type=int, default=320)
    parser.add_argument("--layers", type=int, default=7)
    parser.add_argument("--warm", type=Path, help="a folder with earlier weights and their tokenizer, to begin with")
    parser.add_argument("--compile", action="store_true", help="a third faster; needs a C++ compiler")
    parser.add_argument("--data", type=Path, default=HERE / "build/train.npz")
    parser.add_argument("--checkpoint", type=Path, default=HERE / "build/checkpoint.pt")
    options = parser.parse_args()
    torch.set_num_threads(1)
    run = Run(options)
    if options.checkpoint.exists():
        run.load(options.checkpoint)
        print(f"continuing from step {run.step}")
    print(f"{sum(p.numel() for p in run.model.parameters()):,} parameters", flush=True)
    with np.load(options.data) as archive:
        data = dict(archive)
    train(run, data, options.checkpoint)
    (HERE / "build/curve.json").write_text(
        json.dumps({"minutes": run.seconds / 60, "history": run.history}), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
