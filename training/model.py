"""The model in plain torch: a Llama with tied embeddings, its parameters named as the exported file names them."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

HEAD = 64
"""Size of an attention head: the smallest that all engines accept."""


@dataclass(frozen=True)
class Shape:
    """The sizes of the model."""

    vocabulary: int = 1024
    hidden: int = 128
    inner: int = 320
    layers: int = 7
    context: int = 512
    rope_theta: float = 10_000.0
    epsilon: float = 1e-5

    @property
    def heads(self) -> int:
        """Number of attention heads."""
        return self.hidden // HEAD


def rotation(shape: Shape) -> Tensor:
    """Return the cosines and sines of the rotary positions: two rows of positions by pairs of neighbours."""
    frequency = shape.rope_theta ** (-torch.arange(0, HEAD, 2).float() / HEAD)
    angles = torch.outer(torch.arange(shape.context).float(), frequency)
    return torch.stack((angles.cos(), angles.sin()))


def _rotate(x: Tensor, turns: Tensor) -> Tensor:
    """Rotate pairs of neighbours, like GGUF; the exported safetensors pair the halves of a head."""
    first, second = x.unflatten(-1, (HEAD // 2, 2)).unbind(-1)
    cos, sin = turns
    return torch.stack((first * cos - second * sin, first * sin + second * cos), -1).flatten(-2)


class Attention(nn.Module):
    """Causal self-attention with rotary positions."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        for name in ("q_proj", "k_proj", "v_proj", "o_proj"):
            setattr(self, name, nn.Linear(shape.hidden, shape.hidden, bias=False))

    def forward(self, x: Tensor, turns: Tensor) -> Tensor:
        """Return the attention's output."""
        batch, length, width = x.shape
        weight = torch.cat((self.q_proj.weight, self.k_proj.weight, self.v_proj.weight))
        qkv = functional.linear(x, weight).view(batch, length, 3, self.heads, HEAD).permute(2, 0, 3, 1, 4)
        q, k = _rotate(qkv[:2], turns)
        y = functional.scaled_dot_product_attention(q, k, qkv[2], is_causal=True)
        return self.o_proj(y.transpose(1, 2).reshape(batch, length, width))


class FeedForward(nn.Module):
    """The gated feed-forward part of a layer."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.gate_proj = nn.Linear(shape.hidden, shape.inner, bias=False)
        self.up_proj = nn.Linear(shape.hidden, shape.inner, bias=False)
        self.down_proj = nn.Linear(shape.inner, shape.hidden, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        """Return the gated projection."""
        return self.down_proj(functional.silu(self.gate_proj(x)) * self.up_proj(x))


class Norm(nn.Module):
    """Root-mean-square norm."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(shape.hidden))
        self.epsilon = shape.epsilon

    def forward(self, x: Tensor) -> Tensor:
        """Return the normed input."""
        return functional.rms_norm(x, (x.shape[-1],), self.weight, self.epsilon)


class Layer(nn.Module):
    """One layer: attention, then feed-forward."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.input_layernorm = Norm(shape)
        self.self_attn = Attention(shape)
        self.post_attention_layernorm = Norm(shape)
        self.mlp = FeedForward(shape)

    def forward(self, x: Tensor, turns: Tensor) -> Tensor:
        """Return the layer's output."""
        x = x + self.self_attn(self.input_layernorm(x), turns)
        return x + self.mlp(self.post_attention_layernorm(x))


class Body(nn.Module):
    """Embeddings, layers and the last norm."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.embed_tokens = nn.Embedding(shape.vocabulary, shape.hidden)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.norm = Norm(shape)


class Llama(nn.Module):
    """The language model; the output projection is the embedding."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.model = Body(shape)
        self.register_buffer("turns", rotation(shape), persistent=False)
        for parameter in self.parameters():
            if parameter.dim() == 2:
                nn.init.normal_(
                    parameter, std=0.02 if parameter.shape[0] == shape.vocabulary else parameter.shape[1] ** -0.5
                )
        for layer in self.model.layers:
            for out in (layer.self_attn.o_proj, layer.mlp.down_proj):
                nn.init.normal_(out.weight, std=0.3 * out.weight.shape[1] ** -0.5)

    def forward(self, tokens: Tensor) -> Tensor:
        """Return the hidden states after the last norm."""
        x = self.model.embed_tokens(tokens)
        turns = self.turns[:, : tokens.shape[1]]
        for layer in self.model.layers:
            x = layer(x, turns)
        return self.model.norm(x)

    def losses(self, tokens: Tensor, targets: Tensor) -> Tensor:
        """Return each row's summed cross-entropy over targets other than -100. Layers are in bfloat16."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = self(tokens)
        kept = targets >= 0
        logits = functional.linear(hidden[kept].float(), self.model.embed_tokens.weight)
        each = functional.cross_entropy(logits, targets[kept], reduction="none")
        return torch.zeros(len(tokens)).index_add(0, kept.nonzero()[:, 0], each)
