package dev.greenlane.engine.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an agent wants to do: a tool and its input, read into a typed form. Immutable. */
public sealed interface ToolCall {

    /** The tool's name as the agent gave it. */
    String tool();

    /** The text that spans of this call's effects point into. */
    String text();

    /** Runs a command line. */
    record Shell(String tool, String command, Dialect dialect) implements ToolCall {
        @Override
        public String text() {
            return command;
        }
    }

    /** The language of a command line. */
    enum Dialect {
        POSIX,
        POWERSHELL,
        CMD
    }

    /** Reads a file. */
    record ReadFile(String tool, String path) implements ToolCall {
        @Override
        public String text() {
            return path;
        }
    }

    /**
     * Creates or replaces a file, or changes one.
     *
     * @param changes the text that goes in and the text that goes out, one entry an edit; a whole new file is one entry that
     *     takes nothing out
     * @param whole whether the file's old content is gone afterwards
     */
    record WriteFile(String tool, String path, List<Change> changes, boolean whole) implements ToolCall {
        public WriteFile {
            changes = List.copyOf(changes);
        }

        @Override
        public String text() {
            return path;
        }
    }

    /** Text that is taken out of a file and text that is put in its place. */
    record Change(String removed, String added) {}

    /** A patch in the format of {@code apply_patch}: several files, each written, moved or deleted. */
    record Patch(String tool, String text) implements ToolCall {}

    /** Looks for names or text below a path; the path is absent where the tool searches the working directory. */
    record Search(String tool, String pattern, Optional<String> path) implements ToolCall {
        @Override
        public String text() {
            return path.orElse(pattern);
        }
    }

    /** Gets a page. */
    record Fetch(String tool, String url) implements ToolCall {
        @Override
        public String text() {
            return url;
        }
    }

    /** Asks a search engine. */
    record WebSearch(String tool, String query) implements ToolCall {
        @Override
        public String text() {
            return query;
        }
    }

    /** Starts a subagent: harmless by itself, its own calls are reviewed. */
    record Spawn(String tool, String prompt) implements ToolCall {
        @Override
        public String text() {
            return prompt;
        }
    }

    /** Changes only the agent's own state: its plan, its to-do list, a question to the user, reading a running command. */
    record Internal(String tool) implements ToolCall {
        @Override
        public String text() {
            return tool;
        }
    }

    /**
     * A tool of an MCP server.
     *
     * @param description what the server says of the tool, where whoever asks has it
     */
    record Mcp(
            String tool, String server, String name, Map<String, Object> input, Optional<ToolDescription> description)
            implements ToolCall {

        public Mcp(String tool, String server, String name, Map<String, Object> input) {
            this(tool, server, name, input, Optional.empty());
        }

        @Override
        public String text() {
            return tool;
        }
    }

    /** A tool that nobody described. */
    record Unknown(String tool, Map<String, Object> input) implements ToolCall {
        @Override
        public String text() {
            return tool;
        }
    }

    /** A call whose input does not have the shape its tool needs; {@code reason} says what is wrong. */
    record Malformed(String tool, String reason) implements ToolCall {
        @Override
        public String text() {
            return tool;
        }
    }
}
