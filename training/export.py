"""Write the trained model as safetensors in Hugging Face's layout and as GGUF: `python -m training.export`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import gguf
import numpy as np
import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer
from torch import Tensor

from training import warm
from training.model import HEAD, Shape
from training.tokenizer import END, PAD, TEMPLATE

HERE = Path(__file__).parent
MODEL = HERE.parent / "models/student-nano"
NAME = "student-nano"
CONTEXT = 4096  # tokens that engines may use, as in the stack's settings; training used up to Shape.context
PARTS = {
    "self_attn.q_proj": "attn_q",
    "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v",
    "self_attn.o_proj": "attn_output",
    "mlp.gate_proj": "ffn_gate",
    "mlp.up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down",
    "input_layernorm": "attn_norm",
    "post_attention_layernorm": "ffn_norm",
}


def halves(weight: Tensor) -> Tensor:
    """Return a query or key matrix whose heads pair halves, not neighbours, for Hugging Face's rotation."""
    return weight.unflatten(0, (-1, HEAD // 2, 2)).transpose(1, 2).flatten(0, 2)


def save_safetensors(state: dict[str, Tensor], path: Path) -> None:
    """Write the weights for vLLM and TGI."""
    paired = ("q_proj.weight", "k_proj.weight")
    tensors = {n: (halves(w) if n.endswith(paired) else w).to(torch.float16).contiguous() for n, w in state.items()}
    save_file(tensors, str(path), metadata={"format": "pt"})
    path.chmod(0o644)


def save_config(shape: Shape, end: int, pad: int) -> None:
    """Write config.json and generation_config.json."""
    config = {
        "architectures": ["LlamaForCausalLM"],
        "model_type": "llama",
        "vocab_size": shape.vocabulary,
        "hidden_size": shape.hidden,
        "intermediate_size": shape.inner,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "num_key_value_heads": shape.heads,
        "head_dim": HEAD,
        "hidden_act": "silu",
        "max_position_embeddings": CONTEXT,
        "initializer_range": 0.02,
        "rms_norm_eps": shape.epsilon,
        "use_cache": True,
        "rope_theta": shape.rope_theta,
        "rope_scaling": None,
        "attention_bias": False,
        "mlp_bias": False,
        "tie_word_embeddings": True,
        "bos_token_id": None,
        "eos_token_id": end,
        "pad_token_id": pad,
        "torch_dtype": "float16",
    }
    generation = {"eos_token_id": end, "pad_token_id": pad, "do_sample": False}
    for name, data in (("config", config), ("generation_config", generation)):
        (MODEL / f"{name}.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def gguf_name(name: str) -> str:
    """Return a tensor's name in GGUF."""
    if name == "model.embed_tokens.weight":
        return "token_embd.weight"
    if name == "model.norm.weight":
        return "output_norm.weight"
    _, _, layer, rest = name.split(".", 3)
    return f"blk.{layer}.{PARTS[rest.removesuffix('.weight')]}.weight"


def save_gguf(state: dict[str, Tensor], shape: Shape, tokenizer: Tokenizer, path: Path) -> None:
    """Write the weights, the tokenizer and the chat template for llama.cpp."""
    writer = gguf.GGUFWriter(str(path), "llama")
    writer.add_name(NAME)
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(shape.hidden)
    writer.add_feed_forward_length(shape.inner)
    writer.add_block_count(shape.layers)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.heads)
    writer.add_rope_dimension_count(HEAD)
    writer.add_rope_freq_base(shape.rope_theta)
    writer.add_layer_norm_rms_eps(shape.epsilon)
    writer.add_vocab_size(shape.vocabulary)
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_F16)
    added = tokenizer.get_added_tokens_decoder()
    kinds = {True: gguf.TokenType.CONTROL, False: gguf.TokenType.USER_DEFINED}
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list([tokenizer.id_to_token(i) for i in range(shape.vocabulary)])
    writer.add_token_types(
        [kinds[added[i].special] if i in added else gguf.TokenType.NORMAL for i in range(shape.vocabulary)]
    )
    writer.add_token_merges([" ".join(merge) for merge in json.loads(tokenizer.to_str())["model"]["merges"]])
    writer.add_eos_token_id(tokenizer.token_to_id(END))
    writer.add_pad_token_id(tokenizer.token_to_id(PAD))
    writer.add_add_bos_token(False)
    writer.add_chat_template(TEMPLATE)
    for name, weight in state.items():
        array = weight.to(torch.float32).numpy()
        writer.add_tensor(gguf_name(name), array.astype(np.float16) if array.ndim == 2 else array)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def main() -> None:
    """Export the checkpoint's averaged weights, or their mean with earlier ones, which forgets less."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, default=HERE / "build/checkpoint.pt")
    parser.add_argument("--earlier", type=Path, help="a folder with the weights that the run began with")
    parser.add_argument("--share", type=float, default=0.8, help="the new weights' share in the mean with the earlier")
    options = parser.parse_args()
    checkpoint = torch.load(options.checkpoint, weights_only=False)
    shape, state = Shape(**checkpoint["shape"]), checkpoint["mean"]
    if options.earlier:
        before = warm.weights(options.earlier, state)
        state = {name: torch.lerp(before[name], weight, options.share) for name, weight in state.items()}
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    save_config(shape, tokenizer.token_to_id(END), tokenizer.token_to_id(PAD))
    save_safetensors(state, MODEL / "model.safetensors")
    save_gguf(state, shape, tokenizer, MODEL / f"{NAME}.gguf")
    size = sum((MODEL / name).stat().st_size for name in ("model.safetensors", f"{NAME}.gguf"))
    count = sum(weight.numel() for weight in state.values())
    print(f"step {checkpoint['step']}: {count:,} parameters, {size / 1e6:.2f} MB of weights")


if __name__ == "__main__":
    main()
