package dev.greenlane.gateway.messages;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Results;
import dev.greenlane.agents.input.Typed;
import dev.greenlane.gateway.messages.Conversation.Call;
import dev.greenlane.gateway.messages.Members.Member;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages of a request. The client writes much in the user's name: reminders, results, what hooks say, expansions of
 * commands, the brief of a subagent. None of it is taken for a person's words; where in doubt a text is left out. For one thread.
 */
final class ConversationReader {
    private static final int MOST_CALLS = 64;
    private static final int MOST_WORDS = 200;
    /** A message that is longer carries pictures or files; it is not looked into. */
    private static final int LONGEST_MESSAGE = 16 << 20;

    private static final String INTERRUPTED = "[Request interrupted by user";
    private static final Pattern COMMAND = Pattern.compile("\\s*<command-(name|message)>.*", Pattern.DOTALL);
    private static final Pattern NOTICE = Pattern.compile("\\[[a-z]+(-[a-z]+)+\\].*", Pattern.DOTALL);
    private static final Pattern FOLDER = Pattern.compile("(?m)^\\s*-? ?(?:Primary w|W)orking directory: (/.*)$");

    private final boolean ofPerson;
    private final Deque<String> said = new ArrayDeque<>();
    private final Map<String, Fields> open = new LinkedHashMap<>();
    private final Deque<Call> calls = new ArrayDeque<>();
    private Optional<String> folder = Optional.empty();

    private ConversationReader(boolean ofPerson) {
        this.ofPerson = ofPerson;
    }

    /** @param ofPerson whether a person speaks in it; in a subagent's nobody does */
    static Conversation read(Members request, boolean ofPerson) {
        ConversationReader reader = new ConversationReader(ofPerson);
        request.value("system").ifPresent(reader::note);
        request.last("messages")
                .ifPresent(list -> Members.elements(request.bytes(), list.value(), list.to())
                        .forEach(message -> reader.message(request.bytes(), message)));
        return new Conversation(List.copyOf(reader.said), List.copyOf(reader.calls), reader.folder);
    }

    private void message(byte[] bytes, Member place) {
        if (place.to() - place.value() > LONGEST_MESSAGE) {
            return;
        }
        Fields message = Fields.of(Members.value(bytes, place).orElse(null));
        switch (message.anyText("role")) {
            case "assistant" -> message.list("content").forEach(part -> began(Fields.of(part)));
            case "user" -> user(parts(message.value("content")));
            case "system" -> note(message.value("content"));
            default -> {}
        }
    }

    private void began(Fields part) {
        if (part.anyText("type").equals("tool_use")) {
            part.text("id").ifPresent(id -> open.put(id, part));
        }
    }

    private void user(List<Fields> parts) {
        parts.stream()
                .filter(part -> part.anyText("type").equals("tool_result"))
                .forEach(this::result);
        if (!ofPerson) {
            return;
        }
        // What stands beside results is the client's, except after the person has broken in.
        boolean clients = parts.stream().anyMatch(part -> part.anyText("type").equals("tool_result"));
        for (Fields part : parts) {
            String text = part.anyText("type").equals("text") ? part.anyText("text") : "";
            if (text.startsWith(INTERRUPTED)) {
                clients = false;
            } else if (COMMAND.matcher(text).matches()) {
                clients = true;
            } else if (!clients && !NOTICE.matcher(text).matches()) {
                Typed.words(text).ifPresent(words -> put(said, words, MOST_WORDS));
            }
        }
    }

    private void result(Fields part) {
        String id = part.anyText("tool_use_id");
        Fields use = open.remove(id);
        if (use != null && use.text("name").isPresent()) {
            Call call = new Call(
                    id,
                    use.anyText("name"),
                    use.value("input"),
                    Results.text(part.value("content")),
                    part.isTrue("is_error"));
            put(calls, call, MOST_CALLS);
        }
    }

    /** The client's own notes. */
    private void note(@Nullable Object content) {
        for (Fields part : parts(content)) {
            Matcher named = FOLDER.matcher(part.anyText("text"));
            if (folder.isEmpty() && named.find()) {
                folder = Optional.of(named.group(1).strip());
            }
        }
    }

    private static List<Fields> parts(@Nullable Object content) {
        if (content instanceof String text) {
            return List.of(Fields.of(Map.of("type", "text", "text", text)));
        }
        List<Fields> parts = new ArrayList<>();
        if (content instanceof List<?> list) {
            list.forEach(part -> parts.add(Fields.of(part)));
        }
        return parts;
    }

    private static <T> void put(Deque<T> list, T value, int most) {
        list.addLast(value);
        if (list.size() > most) {
            list.removeFirst();
        }
    }
}
