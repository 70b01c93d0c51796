package dev.greenlane.gateway.side;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.gateway.messages.MessagesRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question of the client about the last deed in a transcript.
 *
 * @param deeds the tools that were used, oldest first; in a question about one call the last is that call
 * @param handBack whether it is about all that a subagent has done
 * @param format how the answer is written
 * @param brief whether only the first tag of the answer is wanted
 * @param model the model that was asked, which the answer must name
 */
public record Question(List<Deed> deeds, boolean handBack, Format format, boolean brief, String model) {
    private static final String BEGIN = "<transcript>";
    private static final String END = "</transcript>";
    private static final Pattern HAND_BACK =
            Pattern.compile("Subagent has finished and is handing back control.*", Pattern.DOTALL);
    private static final Pattern OLD_ENTRY =
            Pattern.compile("([A-Za-z_][\\w.-]*)(?: \\([^)\\n]*\\):)? (.*)", Pattern.DOTALL);

    public Question {
        deeds = List.copyOf(deeds);
    }

    /** How an answer is written. */
    public enum Format {
        /** A number from 0 to 100, from 50 on it is stopped, and the name of a rule. */
        SEVERITY("severity"),
        /** Yes or no, and a sentence that begins with the name of a rule. */
        BLOCK("block");

        private final String tag;

        Format(String tag) {
            this.tag = tag;
        }

        String begin() {
            return "<" + tag + ">";
        }

        String end() {
            return "</" + tag + ">";
        }
    }

    /**
     * The use of a tool as a transcript shows it.
     *
     * @param text what the client shows of the input
     */
    public record Deed(String tool, String text) {}

    /** The question that a request is; empty where it is another request. */
    public static Optional<Question> of(MessagesRequest request) {
        if (request.hasTools()
                || request.value("stream").filter(Boolean.TRUE::equals).isPresent()) {
            return Optional.empty();
        }
        List<String> parts = lastParts(request);
        int end = parts.lastIndexOf(END);
        if (parts.isEmpty() || !parts.get(0).equals(BEGIN) || end < 2 || end != parts.size() - 2) {
            return Optional.empty();
        }
        String instruction = parts.get(end + 1);
        Optional<Format> format = instruction.contains(Format.SEVERITY.begin())
                ? Optional.of(Format.SEVERITY)
                : instruction.contains(Format.BLOCK.begin()) ? Optional.of(Format.BLOCK) : Optional.empty();
        return format.map(known -> of(parts.subList(1, end), known, stops(request, known), model(request)));
    }

    private static Question of(List<String> entries, Format format, boolean brief, String model) {
        List<Deed> deeds = new ArrayList<>();
        boolean handBack = false;
        for (String entry : entries) {
            Deed deed = deed(entry);
            handBack = deed.tool().equalsIgnoreCase("user")
                    && HAND_BACK.matcher(deed.text()).matches();
            if (!deed.tool().equalsIgnoreCase("user") && !deed.tool().isEmpty()) {
                deeds.add(deed);
            }
        }
        return new Question(deeds, handBack, format, brief, model);
    }

    private static Deed deed(String entry) {
        try {
            Map<String, Object> line = Json.object(entry);
            Map.Entry<String, Object> first = line.entrySet().iterator().next();
            boolean text = line.size() == 1 && first.getValue() instanceof String;
            return text
                    ? new Deed(first.getKey(), (String) first.getValue())
                    : line.size() == 1 ? new Deed(first.getKey(), Json.line(first.getValue())) : new Deed("", "");
        } catch (NotJson | java.util.NoSuchElementException e) {
            if (entry.startsWith("User: ")) {
                return new Deed("user", entry.substring(6));
            }
            Matcher old = OLD_ENTRY.matcher(entry);
            return old.matches() ? new Deed(old.group(1), old.group(2)) : new Deed("", "");
        }
    }

    private static List<String> lastParts(MessagesRequest request) {
        List<?> messages = request.value("messages")
                .filter(List.class::isInstance)
                .map(List.class::cast)
                .orElse(List.of());
        if (messages.size() != 1) {
            return List.of();
        }
        return Fields.of(messages.get(0)).list("content").stream()
                .map(part -> Fields.of(part).anyText("text").strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static boolean stops(MessagesRequest request, Format format) {
        return request.value("stop_sequences")
                .filter(stops -> stops instanceof List<?> list && list.contains(format.end()))
                .isPresent();
    }

    private static String model(MessagesRequest request) {
        return request.value("model").map(Object::toString).orElse("");
    }
}
