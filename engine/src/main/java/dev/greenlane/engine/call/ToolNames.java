package dev.greenlane.engine.call;

import dev.greenlane.engine.call.ToolCall.Change;
import dev.greenlane.engine.call.ToolCall.Dialect;
import dev.greenlane.engine.call.ToolInput.Unusable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what an agent says, a tool's name and its input, as a {@link ToolCall}. Knows the names by data ({@code tools.yaml}).
 * Immutable and thread-safe.
 *
 * <p>Calls that the typed forms have no words for are said in one that has the same effect: a file that is deleted or moved
 * is a patch, several files that are read are {@code cat}, a folder given beside a command is a {@code cd} before it.
 */
public final class ToolNames {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'<>]+");
    private static final Set<String> EDITOR_READS = Set.of("view", "read");
    private static final Set<String> EDITOR_WRITES = Set.of("create", "write");
    private static final Set<String> EDITOR_EDITS =
            Set.of("str_replace", "insert", "append", "edit", "undo_edit", "replace");

    private final ToolTable table;

    private ToolNames(ToolTable table) {
        this.table = table;
    }

    /** The names that come with Greenlane. */
    public static ToolNames standard() {
        return Standard.NAMES;
    }

    private static final class Standard {
        static final ToolNames NAMES = new ToolNames(ToolTable.standard());
    }

    /**
     * The call that a tool's name and input mean. Never throws: an input that its tool could not use is
     * {@link ToolCall.Malformed}, a name that nobody described is {@link ToolCall.Unknown}.
     *
     * @param input text keys; values are text, numbers, booleans, lists and maps of these; anything else is kept where the
     *     tool is unknown and is otherwise not usable
     */
    public ToolCall call(String tool, Map<String, Object> input) {
        Optional<ToolCall> mcp = mcp(tool, input);
        if (mcp.isPresent()) {
            return mcp.get();
        }
        Optional<ToolShape> shape = table.shape(tool);
        if (shape.isEmpty()) {
            return new ToolCall.Unknown(tool, input);
        }
        try {
            return read(tool, shape.get(), new ToolInput(shape.get(), input));
        } catch (Unusable e) {
            return new ToolCall.Malformed(tool, e.reason());
        }
    }

    private static ToolCall read(String tool, ToolShape shape, ToolInput input) throws Unusable {
        return switch (shape.kind()) {
            case SHELL -> shell(tool, input, Dialect.POSIX);
            case COMMANDS -> commands(tool, input);
            case POWERSHELL -> shell(tool, input, Dialect.POWERSHELL);
            case CMD -> shell(tool, input, Dialect.CMD);
            case PYTHON -> new ToolCall.Shell(tool, CommandText.python(input.text("command")), Dialect.POSIX);
            case TYPED -> typed(tool, input);
            case READ -> reading(tool, input.texts("path"));
            case LIST -> new ToolCall.Search(tool, "*", input.optionalText("path"));
            case SEARCH ->
                new ToolCall.Search(tool, input.optionalText("pattern").orElse("*"), input.optionalText("path"));
            case WRITE -> write(tool, input);
            case EDIT -> new ToolCall.WriteFile(tool, input.text("path"), List.of(change(input)), false);
            case EDITS -> edits(tool, input);
            case FOLDER -> new ToolCall.WriteFile(tool, input.text("path"), List.of(), false);
            case DELETE -> new ToolCall.Patch(tool, PatchText.delete(input.text("path")));
            case MOVE -> new ToolCall.Patch(tool, PatchText.move(input.text("path"), input.text("to")));
            case PATCH -> patch(tool, input);
            case EDITOR -> editor(tool, input);
            case FETCH -> fetch(tool, input);
            case ASK_WEB -> new ToolCall.WebSearch(tool, input.text("query"));
            case SPAWN -> new ToolCall.Spawn(tool, input.optionalText("prompt").orElse(""));
            case MCP -> new ToolCall.Mcp(tool, input.text("server"), input.text("name"), input.object("input"));
            case INTERNAL -> new ToolCall.Internal(tool);
        };
    }

    private static Optional<ToolCall> mcp(String tool, Map<String, Object> input) {
        if (tool.regionMatches(true, 0, "mcp__", 0, 5)) {
            int end = tool.indexOf("__", 5);
            String server = end < 0 ? tool.substring(5) : tool.substring(5, end);
            String name = end < 0 ? "" : tool.substring(end + 2);
            return Optional.of(new ToolCall.Mcp(tool, server, name, input));
        }
        if (tool.startsWith("MCP:")) {
            return Optional.of(new ToolCall.Mcp(tool, "", tool.substring(4).strip(), input));
        }
        return Optional.empty();
    }

    private static ToolCall shell(String tool, ToolInput input, Dialect dialect) throws Unusable {
        Object command = input.any("command").orElse("");
        ToolCall.Shell shell = command instanceof List<?>
                ? CommandText.ofWords(tool, input.texts("command"))
                : new ToolCall.Shell(tool, input.text("command"), dialect);
        Optional<String> folder = input.optionalText("directory").filter(text -> !text.isBlank() && !text.equals("."));
        return folder.isPresent() ? CommandText.in(folder.get(), shell) : shell;
    }

    /** Several command lines, of which each starts a shell of its own: what one of them changes there ends with it. */
    private static ToolCall commands(String tool, ToolInput input) throws Unusable {
        List<String> lines = input.commandLines("command");
        String command = lines.size() == 1
                ? lines.get(0)
                : lines.stream()
                        .map(line -> CommandText.line(List.of("bash", "-c", line)))
                        .collect(Collectors.joining("\n"));
        return new ToolCall.Shell(tool, command, Dialect.POSIX);
    }

    /** Control characters end or interrupt what runs; anything else may be a command. */
    private static ToolCall typed(String tool, ToolInput input) throws Unusable {
        String text = input.optionalText("command").orElse("");
        return text.chars().allMatch(c -> c <= ' ' || c == 0x7f)
                ? new ToolCall.Internal(tool)
                : new ToolCall.Shell(tool, text, Dialect.POSIX);
    }

    private static ToolCall reading(String tool, List<String> paths) {
        if (paths.size() == 1) {
            return new ToolCall.ReadFile(tool, paths.get(0));
        }
        List<String> words =
                Stream.concat(Stream.of("cat", "--"), paths.stream()).toList();
        return new ToolCall.Shell(tool, CommandText.line(words), Dialect.POSIX);
    }

    private static ToolCall write(String tool, ToolInput input) throws Unusable {
        Change whole = new Change("", input.optionalText("added").orElse(""));
        return new ToolCall.WriteFile(tool, input.text("path"), List.of(whole), true);
    }

    private static Change change(ToolInput input) throws Unusable {
        return new Change(
                input.optionalText("removed").orElse(""),
                input.optionalText("added").orElse(""));
    }

    private static ToolCall edits(String tool, ToolInput input) throws Unusable {
        Optional<String> shared = input.optionalText("path");
        List<PatchText.Edit> edits = new ArrayList<>();
        for (Map<String, ?> part : input.parts("changes")) {
            ToolInput edit = input.inside(part);
            Optional<String> own = edit.optionalText("path");
            edits.add(new PatchText.Edit(
                    own.isPresent() || shared.isEmpty() ? edit.text("path") : shared.get(), change(edit)));
        }
        List<String> paths = edits.stream().map(PatchText.Edit::path).distinct().toList();
        if (paths.size() == 1) {
            List<Change> changes = edits.stream().map(PatchText.Edit::change).toList();
            return new ToolCall.WriteFile(tool, paths.get(0), changes, false);
        }
        if (paths.isEmpty()) {
            throw new Unusable("it changes nothing");
        }
        return new ToolCall.Patch(tool, PatchText.edits(edits));
    }

    /** The patch as text; where it comes as words, as Codex's command form does, the last of them. */
    private static ToolCall patch(String tool, ToolInput input) throws Unusable {
        List<String> texts = input.texts("patch");
        return new ToolCall.Patch(tool, texts.get(texts.size() - 1));
    }

    private static ToolCall editor(String tool, ToolInput input) throws Unusable {
        String verb = input.text("verb").toLowerCase(Locale.ROOT);
        if (EDITOR_READS.contains(verb)) {
            return new ToolCall.ReadFile(tool, input.text("path"));
        }
        if (EDITOR_WRITES.contains(verb)) {
            return write(tool, input);
        }
        if (EDITOR_EDITS.contains(verb)) {
            return new ToolCall.WriteFile(tool, input.text("path"), List.of(change(input)), false);
        }
        throw new Unusable("its command " + verb + " is not known");
    }

    private static ToolCall fetch(String tool, ToolInput input) throws Unusable {
        List<String> given = input.texts("url");
        List<String> addresses = given.size() > 1 || !given.get(0).contains(" ")
                ? given
                : ADDRESS.matcher(given.get(0))
                        .results()
                        .map(MatchResult::group)
                        .toList();
        if (addresses.isEmpty()) {
            throw new Unusable("it names no address");
        }
        if (addresses.size() == 1) {
            return new ToolCall.Fetch(tool, addresses.get(0));
        }
        List<String> words =
                Stream.concat(Stream.of("curl", "--"), addresses.stream()).toList();
        return new ToolCall.Shell(tool, CommandText.line(words), Dialect.POSIX);
    }
}
