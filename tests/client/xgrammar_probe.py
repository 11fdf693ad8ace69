"""Runs in the vLLM image, which has xgrammar: compiles a schema for student-nano's tokens and tries texts on it.

Reads {"schema": …, "texts": […]} from standard input; prints one JSON array, true if the whole text is accepted.
"""

from __future__ import annotations

import json
import sys

import transformers
import xgrammar

given = json.load(sys.stdin)
tokenizer = transformers.PreTrainedTokenizerFast.from_pretrained("/model")
info = xgrammar.TokenizerInfo.from_huggingface(tokenizer, stop_token_ids=[tokenizer.eos_token_id])
compiled = xgrammar.GrammarCompiler(info).compile_json_schema(json.dumps(given["schema"]))


def takes(text: str) -> bool:
    """Whether every token of the text is allowed, and the text may end there."""
    matcher = xgrammar.GrammarMatcher(compiled)
    tokens = [*tokenizer.encode(text, add_special_tokens=False), tokenizer.eos_token_id]
    return all(matcher.accept_token(token) for token in tokens) and matcher.is_terminated()


print(json.dumps([takes(text) for text in given["texts"]]))
