package dev.greenlane.cli.scripted;

import static dev.greenlane.cli.scripted.Parts.named;
import static dev.greenlane.cli.scripted.Parts.object;
import static dev.greenlane.cli.scripted.Parts.objects;
import static dev.greenlane.cli.scripted.Parts.text;

import dev.greenlane.agents.input.Json;
import java.util.List;
import java.util.Map;

/** Anthropic's Messages API. */
final class MessagesWire implements Wire {
    private static final Map<String, Object> USAGE = Map.of("input_tokens", 1, "output_tokens", 1);

    @Override
    public boolean serves(String path) {
        return path.endsWith("/messages");
    }

    @Override
    public Seen seen(Map<String, Object> request) {
        List<String> tools = objects(request, "tools").stream()
                .map(tool -> text(tool, "name"))
                .toList();
        List<String> results = objects(request, "messages").stream()
                .flatMap(message -> objects(message, "content").stream())
                .filter(part -> text(part, "type").equals("tool_result"))
                .map(part -> Parts.plain(part.get("content")))
                .toList();
        return new Seen(tools, results);
    }

    @Override
    public String whole(Move move) {
        return Json.line(message(List.of(block(move)), stop(move)));
    }

    @Override
    public String stream(Move move) {
        Map<String, Object> begun = switch (move) {
            case Move.Say say -> object("type", "text", "text", "");
            case Move.Use use -> object("type", "tool_use", "id", Ids.next(), "name", use.tool(), "input", Map.of());
        };
        Map<String, Object> delta = switch (move) {
            case Move.Say say -> object("type", "text_delta", "text", say.text());
            case Move.Use use -> object("type", "input_json_delta", "partial_json", Json.line(use.input()));
        };
        return named(object("type", "message_start", "message", message(List.of(), Json.Null.NULL)))
                + named(object("type", "content_block_start", "index", 0, "content_block", begun))
                + named(object("type", "content_block_delta", "index", 0, "delta", delta))
                + named(object("type", "content_block_stop", "index", 0))
                + named(object(
                        "type",
                        "message_delta",
                        "delta",
                        object("stop_reason", stop(move), "stop_sequence", Json.Null.NULL),
                        "usage",
                        USAGE))
                + named(object("type", "message_stop"));
    }

    private static Map<String, Object> message(List<Object> content, Object stop) {
        return object(
                "id",
                Ids.next(),
                "type",
                "message",
                "role",
                "assistant",
                "model",
                ScriptedModel.NAME,
                "content",
                content,
                "stop_reason",
                stop,
                "stop_sequence",
                Json.Null.NULL,
                "usage",
                USAGE);
    }

    private static Map<String, Object> block(Move move) {
        return switch (move) {
            case Move.Say say -> object("type", "text", "text", say.text());
            case Move.Use use -> object("type", "tool_use", "id", Ids.next(), "name", use.tool(), "input", use.input());
        };
    }

    private static String stop(Move move) {
        return move instanceof Move.Use ? "tool_use" : "end_turn";
    }
}
