package dev.greenlane.agents.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Results of tools as clients write them in JSON: text, lists of parts, objects with the text under one of several names. Stateless. */
public final class Results {
    private static final int LONGEST = 1 << 16;
    private static final int DEEPEST = 6;

    /** Where the text stands, the most telling name first. */
    private static final List<String> NAMES = List.of(
            "stdout",
            "llmContent",
            "textResultForLlm",
            "text_result_for_llm",
            "output",
            "result",
            "text",
            "content",
            "file",
            "error");

    /** What Gemini CLI and Qwen Code write in front of a command's output. */
    private static final Pattern HEAD = Pattern.compile(
            "\\A(?:<untrusted_context>\\s*)?(?:Command: [^\\n]*\\n)?(?:Directory: [^\\n]*\\n)?Output: ");
    /** What they and Copilot write behind it. */
    private static final Pattern TAIL =
            Pattern.compile("(?:Error|Exit Code|Signal|Background PIDs|Process Group PGID):.*"
                    + "|</untrusted_context>|<shellId: .*>|");

    private static final List<String> NOTHING = List.of("(empty)", "(none)", "(no output)");

    private Results() {}

    /** What a result shows: the output of a command, the content of a page; at most 64 k characters. Never throws. */
    public static String text(@Nullable Object result) {
        String text = result == null ? "" : text(result, 0);
        return bare(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
    }

    private static String text(Object value, int depth) {
        if (value instanceof String text) {
            return text;
        }
        if (depth >= DEEPEST || value == Json.Null.NULL) {
            return "";
        }
        if (value instanceof List<?> parts) {
            return joined(parts, depth);
        }
        Optional<Map<String, Object>> members = Json.asObject(value);
        if (members.isPresent()) {
            for (String name : NAMES) {
                Object member = members.get().get(name);
                if (member != null) {
                    return text(member, depth + 1);
                }
            }
        }
        return Json.line(value);
    }

    private static String joined(List<?> parts, int depth) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            if (text.length() > LONGEST) {
                break;
            }
            text.append(text.isEmpty() ? "" : "\n").append(text(part, depth + 1));
        }
        return text.toString();
    }

    /** Without what the client itself has put around it. */
    private static String bare(String text) {
        var head = HEAD.matcher(text);
        boolean framed = head.find();
        List<String> lines = new ArrayList<>(
                (framed ? text.substring(head.end()) : text).lines().toList());
        boolean ends = framed || !lines.isEmpty() && lines.getLast().startsWith("<shellId: ");
        while (ends && !lines.isEmpty() && TAIL.matcher(lines.getLast()).matches()) {
            lines.removeLast();
        }
        String bare = String.join("\n", lines);
        return NOTHING.contains(bare.strip()) ? "" : bare;
    }
}
