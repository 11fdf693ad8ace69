"""Make the tokenizer and encode the training data: `python -m training.tokenizer`.

Byte-level BPE with the GPT-2 pattern. Merges come from words of objectives and from LaTeX and function names alone, so
that digits, brackets, operators and letters of expressions stay single tokens, which makes copying easy. The constant
parts of the prompt and of a plan's JSON are one token each.
"""

from __future__ import annotations

import argparse
import collections
import itertools
import json
from pathlib import Path

import numpy as np
from student_client._problem import Problem
from student_client._tools import FORMS, TABLE
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

HERE = Path(__file__).parent
MODEL = HERE.parent / "models/student-nano"
PAD, USER, ASSISTANT, END = "<|pad|>", "<|user|>", "<|assistant|>", "<|end|>"
SPECIAL = (PAD, USER, ASSISTANT, END)
VOCABULARY = 1024
TEMPLATE = (
    "{%- for m in messages -%}{%- if m['role'] == 'system' -%}{{ m['content'][:0] }}"
    "{%- elif m['role'] == 'user' -%}{{ '<|user|>' + m['content'] + '<|end|>' }}"
    "{%- elif m['role'] == 'assistant' -%}{{ '<|assistant|>' + m['content'] + '<|end|>' }}{%- endif -%}{%- endfor -%}"
    "{%- if add_generation_prompt -%}{{ '<|assistant|>' }}{%- endif -%}"
)
"""Renders only user and assistant. The template reads the system message without showing it: llama.cpp would put an
unread one before the user's."""
PLAN_PIECES = (
    '{"steps":[{"type":"',
    'tool","tool":"',
    '","args":{"expr":"',
    '","var":"',
    '","point":"',
    '","vars":"',
    '","lower":"',
    '","upper":"',
    '","degree":"',
    '","form":"',
    '","function":"',
    '","digits":"',
    '","dir":"',
    '","domain":"',
    ',{"type":"',
    'final","payload":{"result":"R',
    '"}}]}',
    'final","payload":{"result":["R',
    '","R',
    '"]}}]}',
)
"""A piece ends where the schema allows a tool or the end: llguidance, in vLLM, writes certain text piece by piece, and
would never choose a piece that continues into the choice."""
STEP_END = '"}}'
"""A step's end is a separate token, so that the model decides on the next step after it, and not while it copies.
It replaces byte 255, which no text in UTF-8 contains."""
KEPT = frozenset(("Ġ+", "Ġ-", "Ġ\\", "Ġ=", "**", "Ġ(", "->", "Ġ&", "Ġ\\\\", "Ġ<", "Ġ>"))
WORDS = tuple(dict.fromkeys(word for tool in TABLE for word in tool.name.split("_")))
"""The words of the tools' names, which become one token each."""
_LETTERS = frozenset("abcdkmnpqrtuvwxyz")
_ALLOWED = frozenset(("va", "ta", "xp", "nd", "ra", "ac", "qu", "un", "re", "de", "ve", "te"))


def prompt_pieces() -> tuple[str, ...]:
    """Return the constant parts of the client's message, in order."""
    mark = "\x00"
    message = Problem("OBJECTIVE", "EXPRESSION", ["VARIABLES"]).prompt()
    for name in ("OBJECTIVE", "EXPRESSION", "VARIABLES"):
        message = message.replace(name, mark, 1)
    return tuple(message.split(mark))


def _may_merge(left: str, right: str) -> bool:
    """Forbid two-letter tokens that are as likely a product of two variables: `at`, `xy`, `nx`."""
    pair = left + right
    if left == "Ġ" and len(right) == 1 and right.isalpha():
        return False
    if len(pair) > 2 or not pair.isalpha() or not pair.islower():
        return True
    return pair in _ALLOWED or not (pair[0] in _LETTERS and (pair[1] in _LETTERS or pair[1] == "e"))


def learn_merges(words: collections.Counter[str], count: int, known: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return byte-pair merges: the known ones first, then the most frequent."""
    pieces = {word: tuple(word) for word in words}
    merges: list[tuple[str, str]] = []
    while len(merges) < count:
        if len(merges) < len(known):
            best: tuple[str, str] | None = known[len(merges)]
        else:
            pairs: collections.Counter[tuple[str, str]] = collections.Counter()
            for word, parts in pieces.items():
                for pair in itertools.pairwise(parts):
                    pairs[pair] += words[word]
            best = max((p for p in pairs if _may_merge(*p)), key=lambda p: (pairs[p], p), default=None)
        if best is None:
            break
        merges.append(best)
        for word, parts in pieces.items():
            merged, i = [], 0
            while i < len(parts):
                double = parts[i : i + 2] == best
                merged.append("".join(parts[i : i + 2]) if double else parts[i])
                i += 2 if double else 1
            pieces[word] = tuple(merged)
    return merges


def count_words(lines: list[str]) -> collections.Counter[str]:
    """Count the text for merges: words of three letters or more, and a few operators."""
    splitter = pre_tokenizers.ByteLevel(add_prefix_space=False)
    words: collections.Counter[str] = collections.Counter()
    for line in lines:
        sample = json.loads(line)
        plan = sample["plan"]
        for piece in (*PLAN_PIECES, STEP_END):
            plan = plan.replace(piece, "\n")
        user = sample["user"].partition("</problem>")[0]
        for piece in prompt_pieces():
            user = user.replace(piece, "\n")
        for word, _ in itertools.chain(splitter.pre_tokenize_str(user), splitter.pre_tokenize_str(plan)):
            letters = word.removeprefix("Ġ")
            if word in KEPT or (len(letters) > 2 and letters.isalpha() and letters.isascii()):
                words[word] += 1
    words.update(dict.fromkeys(WORDS, len(lines)))
    return collections.Counter({word: n for word, n in words.items() if n > 2})


def build(lines: list[str], known: list[tuple[str, str]]) -> Tokenizer:
    """Return the tokenizer whose merges are the known ones, then come from these samples."""
    fixed = (*prompt_pieces(), *PLAN_PIECES, *FORMS)
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    merges = learn_merges(count_words(lines), VOCABULARY - len(SPECIAL) - len(alphabet) - len(fixed), known)
    names = [
        *SPECIAL,
        *(STEP_END if name == "ÿ" else name for name in alphabet),
        *dict.fromkeys("".join(m) for m in merges),
    ]
    vocabulary = {name: index for index, name in enumerate(names)}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=merges, unk_token=None))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(name, special=True, normalized=False) for name in SPECIAL])
    tokenizer.add_tokens([AddedToken(name, special=False, normalized=False) for name in (*fixed, STEP_END)])
    spare = VOCABULARY - tokenizer.get_vocab_size()
    tokenizer.add_special_tokens(
        [AddedToken(f"<|reserved_{i}|>", special=True, normalized=False) for i in range(spare)]
    )
    return tokenizer


def save(tokenizer: Tokenizer) -> None:
    """Write tokenizer.json and its two companions."""
    tokenizer.save(str(MODEL / "tokenizer.json"))
    added = {
        str(index): {
            "content": token.content,
            "special": token.special,
            "lstrip": False,
            "rstrip": False,
            "normalized": False,
            "single_word": False,
        }
        for index, token in sorted(tokenizer.get_added_tokens_decoder().items())
    }
    config = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "eos_token": END,
        "pad_token": PAD,
        "model_max_length": 512,
        "clean_up_tokenization_spaces": False,
        "add_bos_token": False,
        "chat_template": TEMPLATE,
        "added_tokens_decoder": added,
    }
    for name, data in (("tokenizer_config", config), ("special_tokens_map", {"eos_token": END, "pad_token": PAD})):
        (MODEL / f"{name}.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def encode(tokenizer: Tokenizer, lines: list[str]) -> dict[str, np.ndarray]:
    """Return all samples as one row of tokens, with each sample's start and its answer's length."""
    tokens, starts, answers = [], [0], []
    for chunk in (
        itertools.batched(lines, 5000)
        if hasattr(itertools, "batched")
        else [lines[i : i + 5000] for i in range(0, len(lines), 5000)]
    ):
        samples = [json.loads(line) for line in chunk]
        prompts = tokenizer.encode_batch([f"{USER}{s['user']}{END}{ASSISTANT}" for s in samples])
        plans = tokenizer.encode_batch([f"{s['plan']}{END}" for s in samples])
        for prompt, plan in zip(prompts, plans, strict=True):
            tokens.append(np.array(prompt.ids + plan.ids, dtype=np.uint16))
            starts.append(starts[-1] + len(tokens[-1]))
            answers.append(len(plan.ids))
    return {"tokens": np.concatenate(tokens), "starts": np.array(starts), "answers": np.array(answers, dtype=np.uint16)}


def main() -> None:
    """Build the tokenizer, unless an existing one is kept, and encode the training data."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", action="store_true", help="encode with the tokenizer that is there")
    parser.add_argument("--warm", type=Path, help="a tokenizer.json whose merges come first, for weights made with it")
    parser.add_argument("--data", type=Path, default=HERE / "build/train.jsonl")
    options = parser.parse_args()
    lines = options.data.read_text(encoding="utf-8").splitlines()
    known = json.loads(options.warm.read_text(encoding="utf-8"))["model"]["merges"] if options.warm else []
    known = [(left, right) for left, right in known]
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json")) if options.keep else build(lines[:30_000], known)
    save(tokenizer)
    data = encode(tokenizer, lines)
    np.savez(options.data.with_suffix(".npz"), **data)
    total = len(data["tokens"])
    print(f"vocabulary {tokenizer.get_vocab_size()}, {len(lines)} samples, {total / len(lines):.1f} tokens each")


if __name__ == "__main__":
    main()
