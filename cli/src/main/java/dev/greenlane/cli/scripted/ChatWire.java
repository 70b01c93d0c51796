package dev.greenlane.cli.scripted;

import static dev.greenlane.cli.scripted.Parts.event;
import static dev.greenlane.cli.scripted.Parts.object;
import static dev.greenlane.cli.scripted.Parts.objects;
import static dev.greenlane.cli.scripted.Parts.text;

import dev.greenlane.agents.input.Json;
import java.util.List;
import java.util.Map;

/** OpenAI's Chat Completions API, which most other servers speak as well. */
final class ChatWire implements Wire {
    private static final Map<String, Object> USAGE =
            Map.of("prompt_tokens", 1, "completion_tokens", 1, "total_tokens", 2);

    @Override
    public boolean serves(String path) {
        return path.endsWith("/chat/completions");
    }

    @Override
    public Seen seen(Map<String, Object> request) {
        List<String> tools = objects(request, "tools").stream()
                .map(tool ->
                        text(Json.asObject(tool.getOrDefault("function", "")).orElse(tool), "name"))
                .toList();
        List<String> results = objects(request, "messages").stream()
                .filter(message -> text(message, "role").equals("tool"))
                .map(message -> Parts.plain(message.get("content")))
                .toList();
        return new Seen(tools, results);
    }

    @Override
    public String whole(Move move) {
        Map<String, Object> message = delta(move);
        return Json.line(object(
                "id",
                Ids.next(),
                "object",
                "chat.completion",
                "created",
                1,
                "model",
                ScriptedModel.NAME,
                "choices",
                List.of(object("index", 0, "message", message, "finish_reason", finish(move))),
                "usage",
                USAGE));
    }

    @Override
    public String stream(Move move) {
        String id = Ids.next();
        return event(chunk(id, List.of(choice(delta(move), Json.Null.NULL))))
                + event(chunk(id, List.of(choice(Map.of(), finish(move)))))
                + event(chunk(id, List.of()))
                + "data: [DONE]\n\n";
    }

    private static Map<String, Object> delta(Move move) {
        return switch (move) {
            case Move.Say say -> object("role", "assistant", "content", say.text());
            case Move.Use use ->
                object(
                        "role",
                        "assistant",
                        "content",
                        "",
                        "tool_calls",
                        List.of(object(
                                "index",
                                0,
                                "id",
                                Ids.next(),
                                "type",
                                "function",
                                "function",
                                object("name", use.tool(), "arguments", Json.line(use.input())))));
        };
    }

    private static Map<String, Object> choice(Map<String, Object> delta, Object finish) {
        return object("index", 0, "delta", delta, "finish_reason", finish);
    }

    private static Map<String, Object> chunk(String id, List<Object> choices) {
        Map<String, Object> chunk = object(
                "id",
                id,
                "object",
                "chat.completion.chunk",
                "created",
                1,
                "model",
                ScriptedModel.NAME,
                "choices",
                choices);
        if (choices.isEmpty()) {
            chunk.put("usage", USAGE);
        }
        return chunk;
    }

    private static String finish(Move move) {
        return move instanceof Move.Use ? "tool_calls" : "stop";
    }
}
