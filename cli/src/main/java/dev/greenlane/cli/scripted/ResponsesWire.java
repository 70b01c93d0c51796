package dev.greenlane.cli.scripted;

import static dev.greenlane.cli.scripted.Parts.named;
import static dev.greenlane.cli.scripted.Parts.object;
import static dev.greenlane.cli.scripted.Parts.objects;
import static dev.greenlane.cli.scripted.Parts.text;

import dev.greenlane.agents.input.Json;
import java.util.List;
import java.util.Map;

/** OpenAI's Responses API. */
final class ResponsesWire implements Wire {
    @Override
    public boolean serves(String path) {
        return path.endsWith("/responses");
    }

    @Override
    public Seen seen(Map<String, Object> request) {
        List<String> tools = objects(request, "tools").stream()
                .map(tool -> text(tool, "name"))
                .toList();
        List<String> results = objects(request, "input").stream()
                .filter(item -> text(item, "type").endsWith("_output"))
                .map(item -> Parts.plain(item.get("output")))
                .toList();
        return new Seen(tools, results);
    }

    @Override
    public String whole(Move move) {
        return Json.line(response("completed", List.of(item(move))));
    }

    @Override
    public String stream(Move move) {
        Map<String, Object> item = item(move);
        return named(object("type", "response.created", "response", response("in_progress", List.of())))
                + named(object("type", "response.output_item.added", "output_index", 0, "item", item))
                + named(object("type", "response.output_item.done", "output_index", 0, "item", item))
                + named(object("type", "response.completed", "response", response("completed", List.of(item))));
    }

    private static Map<String, Object> response(String status, List<Object> output) {
        return object(
                "id",
                Ids.next(),
                "object",
                "response",
                "created_at",
                1,
                "model",
                ScriptedModel.NAME,
                "status",
                status,
                "output",
                output,
                "usage",
                object("input_tokens", 1, "output_tokens", 1, "total_tokens", 2));
    }

    private static Map<String, Object> item(Move move) {
        return switch (move) {
            case Move.Say say ->
                object(
                        "type",
                        "message",
                        "id",
                        Ids.next(),
                        "role",
                        "assistant",
                        "status",
                        "completed",
                        "content",
                        List.of(object("type", "output_text", "text", say.text(), "annotations", List.of())));
            case Move.Use use ->
                object(
                        "type",
                        "function_call",
                        "id",
                        Ids.next(),
                        "call_id",
                        Ids.next(),
                        "name",
                        use.tool(),
                        "arguments",
                        Json.line(use.input()),
                        "status",
                        "completed");
        };
    }
}
