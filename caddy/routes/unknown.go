package routes

import (
	"net/http"
	"strings"

	"student-llm/gateway/refusal"
)

const (
	chat        = "POST /v1/chat/completions"
	completions = "POST /v1/completions"
	models      = "GET /v1/models"
)

// instead has the route for a path that clients of other APIs, or with a wrong base URL, ask for: the end of the path, and
// the route. The first match counts.
var instead = []struct{ end, route string }{
	{"/chat/completions", chat},
	{"/completions", completions},
	{"/models", models},
	{"/responses", chat}, // OpenAI
	{"/assistants", chat},
	{"/threads", chat},
	{"/messages", chat}, // Anthropic
	{"/api/chat", chat}, // Ollama
	{"/api/generate", completions},
	{"/api/tags", models},
	{"/completion", completions}, // llama.cpp
	{"/infill", completions},
	{"/generate", completions}, // TGI
	{"/generate_stream", completions},
}

// notServed are the parts of OpenAI's API without a route here.
var notServed = []string{"embeddings", "moderations", "images", "audio", "files", "batches", "fine_tuning", "uploads", "vector_stores"}

// unknown refuses a path that is not listed, and names the right one.
func unknown(asked string) *refusal.Refusal {
	refused := refusal.ByStatus(http.StatusNotFound)
	for _, one := range instead {
		if strings.HasSuffix(asked, one.end) {
			refused.Message += " Use " + one.route + "."
			return refused
		}
	}
	for _, name := range notServed {
		if strings.Contains(asked, "/"+name) {
			refused.Message += " This API has no " + name + ": it serves " + chat + " and " + completions + "."
			return refused
		}
	}
	refused.Message += " Served are " + chat + ", " + completions + ", " + models + " and GET /health."
	return refused
}
