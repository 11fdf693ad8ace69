"""Begins a run with earlier weights, of the same shape but for the vocabulary."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor

from training.model import HEAD
from training.tokenizer import MODEL

EMBEDDING = "model.embed_tokens.weight"


def neighbours(weight: Tensor) -> Tensor:
    """Return a query or key matrix whose heads pair neighbours, from one that pairs halves as the export writes it."""
    return weight.unflatten(0, (-1, 2, HEAD // 2)).transpose(1, 2).flatten(0, 2)


def weights(folder: Path, fresh: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the earlier weights; a token that was not there gets the mean of the earlier tokens of its text."""
    state = {name: weight.float() for name, weight in load_file(folder / "model.safetensors").items()}
    paired = ("q_proj.weight", "k_proj.weight")
    state = {name: neighbours(weight) if name.endswith(paired) else weight for name, weight in state.items()}
    old, new = (Tokenizer.from_file(str(at / "tokenizer.json")) for at in (folder, MODEL))
    rows = fresh[EMBEDDING].clone()
    before = state[EMBEDDING]
    added = new.get_added_tokens_decoder()
    for text, index in new.get_vocab().items():
        known = old.token_to_id(text)
        if known is None:
            shown = added[index].content if index in added else new.decode([index], skip_special_tokens=False)
            parts = old.encode(shown).ids if shown else []
            rows[index] = before[torch.tensor(parts)].mean(0) if parts else rows[index]
        else:
            rows[index] = before[known]
    return state | {EMBEDDING: rows}
