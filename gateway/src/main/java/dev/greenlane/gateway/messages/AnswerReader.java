package dev.greenlane.gateway.messages;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.gateway.messages.ToolUse.Flaw;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the events of one answer for the tools that are to be used. Never throws. For one thread. */
public final class AnswerReader {
    private static final int LONGEST_INPUT = 64 << 20;

    private final Map<Object, Open> open = new LinkedHashMap<>();
    private List<ToolUse> unread = List.of();

    /** What an event is, as far as it matters here. */
    public sealed interface Sight {}

    /** An event that goes on as it is. */
    public record Passing() implements Sight {}

    /** The model's uses of tools are complete, as far as they have come. */
    public record Complete(List<ToolUse> uses) implements Sight {}

    /** The answer ends, and says how: here the client looks for verdicts. Uses in it were not complete before. */
    public record Ending(List<ToolUse> uses) implements Sight {}

    /** Nothing follows. */
    public record Over(List<ToolUse> uses) implements Sight {}

    private record Open(Fields block, StringBuilder json) {}

    /** Reads the next event. */
    public Sight read(Event event) {
        byte[] data = event.data();
        if (data.length == 0) {
            return new Passing();
        }
        try {
            return read(Fields.read(new String(data, StandardCharsets.UTF_8)));
        } catch (NotJson e) {
            return new Passing();
        }
    }

    private Sight read(Fields event) {
        Object index = event.has("index") ? String.valueOf(event.value("index")) : "";
        switch (event.anyText("type")) {
            case "message_start" -> {
                return completed(whole(event.object("message")));
            }
            case "content_block_start" -> {
                Fields block = event.object("content_block");
                if (isUse(block)) {
                    open.put(index, new Open(block, new StringBuilder()));
                }
            }
            case "content_block_delta" -> {
                Open block = open.get(index);
                String more = event.object("delta").value("partial_json") instanceof String text ? text : "";
                if (block != null && block.json().length() + more.length() <= LONGEST_INPUT) {
                    block.json().append(more);
                }
            }
            case "content_block_stop" -> {
                Open block = open.remove(index);
                return completed(block == null ? List.of() : List.of(use(block)));
            }
            case "message_delta" -> {
                Optional<String> reason = event.object("delta").text("stop_reason");
                return reason.isEmpty() ? new Passing() : new Ending(left(reason.get()));
            }
            case "message_stop" -> {
                return new Over(left(""));
            }
            default -> {
                return new Passing();
            }
        }
        return new Passing();
    }

    /**
     * The uses of tools in an answer that is one message.
     *
     * @param message the message's members
     */
    public static List<ToolUse> whole(Fields message) {
        List<ToolUse> uses = new ArrayList<>();
        for (Object part : message.list("content")) {
            Fields block = Fields.of(part);
            if (isUse(block)) {
                uses.add(use(block, block.value("input")));
            }
        }
        if (message.anyText("stop_reason").equals("max_tokens") && !uses.isEmpty()) {
            ToolUse last = uses.removeLast();
            boolean whole = last.input() != null && Json.asObject(last.input()).isPresent();
            uses.add(whole ? last : last.with(Flaw.TRUNCATED));
        }
        return uses;
    }

    private Sight completed(List<ToolUse> uses) {
        List<ToolUse> readable =
                uses.stream().filter(use -> use.flaw().isEmpty()).toList();
        List<ToolUse> flawed = new ArrayList<>(unread);
        uses.stream().filter(use -> use.flaw().isPresent()).forEach(flawed::add);
        unread = flawed;
        return readable.isEmpty() ? new Passing() : new Complete(readable);
    }

    /** What is open or could not be read when the answer ends: cut off where that is why it ends, or a block is open. */
    private List<ToolUse> left(String reason) {
        List<ToolUse> left = new ArrayList<>();
        unread.forEach(use -> left.add(reason.equals("max_tokens") ? use.with(Flaw.TRUNCATED) : use));
        open.values().forEach(block -> left.add(use(block.block(), null).with(Flaw.TRUNCATED)));
        open.clear();
        unread = List.of();
        return left;
    }

    private static boolean isUse(Fields block) {
        return block.anyText("type").equals("tool_use") && block.text("id").isPresent();
    }

    private static ToolUse use(Open block) {
        if (block.json().isEmpty()) {
            return use(block.block(), block.block().value("input"));
        }
        try {
            return use(block.block(), Json.value(block.json().toString()));
        } catch (NotJson e) {
            return use(block.block(), null).with(Flaw.UNREADABLE);
        }
    }

    private static ToolUse use(Fields block, @Nullable Object input) {
        return new ToolUse(block.anyText("id"), block.anyText("name"), input);
    }
}
