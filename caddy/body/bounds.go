package body

// The bounds of a request. Each number limits the cost that one client can cause others. The figures were measured on
// llama-server, which computes all requests in one thread, so that a slow one stops everybody.
const (
	// Levels of objects and arrays, including the body itself. 100,000 levels in chat_template_kwargs crash llama-server.
	// vLLM refuses schemas that are deeper than 64.
	maxDepth = 64

	// Members of the body. There are fewer than a hundred listed ones.
	maxFields = 256

	// Messages. Making a prompt of 5,000 takes 4 s, of 20,000 more than 30 s: the time grows with the square.
	maxMessages = 1024

	// Tools of a request, and calls of a message. OpenAI allows 128 tools.
	maxTools = 128

	// Bytes of all tools and schemas of a request together. 128 tools of 2 KB fill them.
	maxSchemaBytes = 256 << 10

	// Alternatives of a schema at one place: llama.cpp keeps all of them and compares each with each. An enum of 256
	// takes 0.2 s, one of 1,000 takes 2 s, one of 3,000 more than 30 s.
	maxAlternatives = 256

	// Schemas of a request, including those in a schema, after references are written out, as TGI does.
	maxSchemas = 16384

	// References that follow one another.
	maxReferences = 64

	// Bound for a schema's limits on a string's length, a list's items or an object's members. llama.cpp refuses to
	// write out more than 2,000 repetitions, TGI tries.
	maxStringLength = 100_000
	maxItems        = 10_000

	// The highest minimum and, with a minus, the lowest maximum of a number in a schema. For an integer of 16 digits,
	// such as 9007199254740991, llama.cpp never finishes the grammar.
	maxNumber = 1e15

	// Bytes of a regular expression, of a grammar.
	maxPatternBytes = 1024
	maxGrammarBytes = 16 << 10

	// Characters and classes of a regular expression or grammar after its repetitions are written out.
	maxPatternSize = 10_000

	// Ways in which a regular expression or grammar can read one token, as a power of 2, and the weight of a token's
	// length in it. (a?){64} takes 0.5 s for 40 tokens of 16 characters; (a?){500} and ([^x]{1,3})* hang llama.cpp
	// forever.
	maxReadings = 16
	tokenLength = 5

	// Repetitions that are checked one by one.
	writtenOut = 4

	// Steps that the gateway itself takes to find them in a whole request, about 20 ms.
	maxSteps = 50_000

	// Texts of one request (prompts times answers) when the gateway has no bound of its own.
	maxTexts = 1024

	// OpenAI accepts 4 stop strings, and so does vLLM by default.
	maxStops      = 16
	maxStopLength = 256

	// Entries of logit_bias. 100,000 take more than 30 s, 1,024 take 0.01 s.
	maxLogitBias = 1024

	// Alternatives listed with each token: OpenAI's bound. Without it every token comes with the whole vocabulary.
	maxLogprobs = 20

	// Numbers of tokens in a list, such as stop_token_ids.
	maxTokenIDs = 1024

	// Number of last tokens for the penalties. llama.cpp reserves memory for them: 2,147,483,647 crashed it.
	maxLastTokens = 65536

	// Strings of a list, such as bad_words, and the length of each.
	maxWords      = 128
	maxWordLength = 256

	// llama.cpp searches its vocabulary for each one: 10,000 take 3.5 s with 1,000 tokens, and models have 150,000.
	maxBreakers = 16

	// Samplers in llama.cpp's list.
	maxSamplers = 32

	// Bytes of a name, such as the model's.
	maxNameLength = 256

	// Bytes of chat_template_kwargs and of tool_choice.
	maxSmallBytes = 16 << 10
)
