package dev.greenlane.cli.scripted;

import static dev.greenlane.cli.scripted.Parts.object;
import static dev.greenlane.cli.scripted.Parts.objects;
import static dev.greenlane.cli.scripted.Parts.text;

import dev.greenlane.agents.input.Json;
import java.util.List;
import java.util.Map;

/** Google's Gemini API. */
final class GeminiWire implements Wire {
    private static final String STREAMED = ":streamGenerateContent";

    @Override
    public boolean serves(String path) {
        return path.endsWith(":generateContent") || path.endsWith(STREAMED);
    }

    @Override
    public boolean streams(String path, Map<String, Object> request) {
        return path.endsWith(STREAMED);
    }

    @Override
    public Seen seen(Map<String, Object> request) {
        List<String> tools = objects(request, "tools").stream()
                .flatMap(tool -> objects(tool, "functionDeclarations").stream())
                .map(function -> text(function, "name"))
                .toList();
        List<String> results = objects(request, "contents").stream()
                .flatMap(content -> objects(content, "parts").stream())
                .flatMap(part -> Json.asObject(part.getOrDefault("functionResponse", "")).stream())
                .map(response -> Json.asObject(response.getOrDefault("response", ""))
                        .map(GeminiWire::result)
                        .orElse(""))
                .toList();
        return new Seen(tools, results);
    }

    @Override
    public String whole(Move move) {
        Map<String, Object> part = switch (move) {
            case Move.Say say -> object("text", say.text());
            case Move.Use use ->
                object("functionCall", object("id", Ids.next(), "name", use.tool(), "args", use.input()));
        };
        return Json.line(object(
                "candidates",
                List.of(object(
                        "content",
                        object("role", "model", "parts", List.of(part)),
                        "finishReason",
                        "STOP",
                        "index",
                        0)),
                "usageMetadata",
                object("promptTokenCount", 1, "candidatesTokenCount", 1, "totalTokenCount", 2),
                "modelVersion",
                ScriptedModel.NAME));
    }

    @Override
    public String stream(Move move) {
        return "data: " + whole(move) + "\r\n\r\n";
    }

    private static String result(Map<String, Object> response) {
        String error = text(response, "error");
        return error.isEmpty() ? text(response, "output") : error;
    }
}
