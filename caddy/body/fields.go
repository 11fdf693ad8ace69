package body

import "math"

// routes are the routes that a field belongs to.
type routes byte

const (
	chat routes = 1 << iota
	completions
	both = chat | completions
)

// rule says on which routes a field may pass, and which values it may have.
type rule struct {
	name   string
	routes routes
	check  check
}

// listed are the fields that may pass: an engine reads them, and they cannot harm another client. It leaves out fields that
// reach files, addresses, adapters or slots of the host; that set time limits, logs, order in the queue or the shape of the
// answer; and code (chat_template).
var listed = []rule{
	// The question, and the length of the answer.
	{"model", both, text(maxNameLength)},
	{"messages", chat, messages},
	{"prompt", completions, prompt},
	{"suffix", completions, text(math.MaxInt)},
	{"echo", both, boolean},
	{"stream", both, stream},
	{"stream_options", both, streamOptions},
	{"max_tokens", both, answerLength},
	{"max_completion_tokens", both, answerLength},
	{"n_predict", both, answerLength},
	{"min_tokens", both, integer(0, math.MaxInt32)},
	{"n", both, answerCount},
	{"best_of", both, answerCount},
	{"n_cmpl", both, answerCount},

	// How the next token is sampled.
	{"temperature", both, decimal(0, 100)},
	{"top_p", both, decimal(0, 1)},
	{"top_k", both, integer(-1, math.MaxInt32)},
	{"min_p", both, decimal(0, 1)},
	{"typical_p", both, decimal(0, 1)},
	{"top_n_sigma", both, decimal(-1, 100)},
	{"xtc_probability", both, decimal(0, 1)},
	{"xtc_threshold", both, decimal(0, 1)},
	{"dynatemp_range", both, decimal(0, 100)},
	{"dynatemp_exponent", both, decimal(0, 100)},
	{"mirostat", both, integer(0, 2)},
	{"mirostat_tau", both, decimal(0, 100)},
	{"mirostat_eta", both, decimal(0, 100)},
	{"adaptive_target", both, decimal(-1, 1)},
	{"adaptive_decay", both, decimal(0, 1)},
	{"samplers", both, either(isString, text(maxSamplers), list(maxSamplers, text(maxSamplers)))},
	{"seed", both, integer(math.MinInt64, math.MaxUint64)},

	// Which tokens become more or less likely.
	{"frequency_penalty", both, decimal(-100, 100)},
	{"presence_penalty", both, decimal(-100, 100)},
	{"repetition_penalty", both, decimal(0, 100)},
	{"repeat_penalty", both, decimal(0, 100)},
	{"repeat_last_n", both, integer(-1, maxLastTokens)},
	{"dry_multiplier", both, decimal(0, 100)},
	{"dry_base", both, decimal(0, 100)},
	{"dry_allowed_length", both, integer(0, maxLastTokens)},
	{"dry_penalty_last_n", both, integer(-1, maxLastTokens)},
	{"dry_sequence_breakers", both, list(maxBreakers, text(maxWordLength))},
	{"logit_bias", both, bias},
	{"allowed_token_ids", both, tokenIDs},
	{"bad_words", both, list(maxWords, text(maxWordLength))},

	// Where an answer ends.
	{"stop", both, either(isString, text(maxStopLength), list(maxStops, text(maxStopLength)))},
	{"stop_token_ids", both, tokenIDs},
	{"ignore_eos", both, boolean},
	{"include_stop_str_in_output", both, boolean},

	// What the answer contains besides the text.
	{"logprobs", both, either(isNumber, integer(0, maxLogprobs), boolean)},
	{"top_logprobs", chat, integer(0, maxLogprobs)},
	{"n_probs", both, integer(0, maxLogprobs)},
	{"post_sampling_probs", both, boolean},
	{"logprob_token_ids", both, list(maxWords, integer(0, math.MaxInt32))},
	{"return_token_ids", both, boolean},
	{"return_tokens", both, boolean},
	{"return_tokens_as_token_ids", both, boolean},
	{"return_progress", both, boolean},
	{"timings_per_token", both, boolean},
	{"skip_special_tokens", both, boolean},
	{"spaces_between_special_tokens", both, boolean},

	// The format of the answer.
	{"response_format", both, responseFormat},
	{"json_schema", both, jsonSchema},
	{"structured_outputs", both, structuredOutputs},
	{"grammar", both, grammar},
	{"tools", chat, tools},
	{"tool_choice", chat, small},
	{"parallel_tool_calls", chat, boolean},
	{"parse_tool_calls", chat, boolean},

	// How the prompt is made from the request.
	{"chat_template_kwargs", chat, templateSettings},
	{"add_generation_prompt", chat, boolean},
	{"continue_final_message", chat, either(isString, text(maxNameLength), boolean)},
	{"add_special_tokens", both, boolean},
	{"truncate_prompt_tokens", both, integer(-1, math.MaxInt32)},
	{"truncation_side", both, oneOf("left", "right")},
	{"cache_prompt", both, boolean},
	{"cache_salt", both, text(maxNameLength)},
	{"reasoning_effort", chat, text(maxNameLength)},
	{"reasoning_format", chat, oneOf("none", "auto", "deepseek", "deepseek-legacy")},
	{"include_reasoning", chat, boolean},
	{"thinking_token_budget", both, integer(-1, math.MaxInt32)},
	{"thinking_budget_tokens", both, integer(-1, math.MaxInt32)},
}

var fields = func() map[string]rule {
	index := map[string]rule{}
	for _, rule := range listed {
		index[rule.name] = rule
	}
	return index
}()
