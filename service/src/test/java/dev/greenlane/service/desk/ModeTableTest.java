package dev.greenlane.service.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.input.Json;
import dev.greenlane.engine.review.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Measures the table of {@code docs/modes.md}; {@code -Dbaseline.update=true} writes it. */
class ModeTableTest extends DeskCase {
    private static final Path PAGE = Path.of("../docs/modes.md");
    private static final String BEGIN = "<!-- measured by ModeTableTest -->\n";
    private static final String END = "<!-- end -->";
    private static final List<String> CLIENTS =
            List.of("default", "acceptEdits", "plan", "auto", "dontAsk", "bypassPermissions");

    private int uses;

    @Test
    void the_page_says_what_is_so() throws Exception {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        if (Boolean.getBoolean("baseline.update")) {
            Files.writeString(PAGE, page.substring(0, from) + table() + page.substring(to));
        }
        assertThat(page.substring(from, to)).isEqualTo(table());
    }

    private String table() {
        StringBuilder table =
                new StringBuilder("| client's mode | Greenlane's mode | read | edit | safe | risky | never |\n"
                        + "|---|---|---|---|---|---|---|\n");
        for (Mode ours : Mode.values()) {
            List<String> rows =
                    CLIENTS.stream().map(client -> row(client, ours)).toList();
            List<String> kinds = new ArrayList<>(rows.stream().distinct().toList());
            for (String kind : kinds) {
                List<String> clients = CLIENTS.stream()
                        .filter(client -> rows.get(CLIENTS.indexOf(client)).equals(kind))
                        .map(client -> "`" + client + "`")
                        .toList();
                table.append("| ").append(String.join(", ", clients));
                table.append(" | `")
                        .append(ours.id())
                        .append("` | ")
                        .append(kind)
                        .append(" |\n");
            }
        }
        return table.toString();
    }

    private String row(String client, Mode ours) {
        return String.join(
                " | ",
                outcome(client, ours, "Bash", Map.of("command", "cat README.md")),
                outcome(client, ours, "Write", Map.of("file_path", project + "/a.txt", "content", "x")),
                outcome(client, ours, "Bash", Map.of("command", "npm test")),
                outcome(client, ours, "Bash", Map.of("command", CLEARABLE)),
                outcome(client, ours, "Bash", Map.of("command", RISKY)));
    }

    private String outcome(String client, Mode ours, String tool, Map<String, Object> input) {
        Map<String, Object> event = facts("PreToolUse", "s" + uses++);
        event.put("permission_mode", client);
        event.put("tool_name", tool);
        event.put("tool_input", input);
        String answer = desk.answer(CLAUDE, "", Json.line(event), Optional.of(ours), false);
        return List.of("allow", "ask", "deny").stream()
                .filter(word -> answer.contains("\"permissionDecision\":\"" + word + "\""))
                .findFirst()
                .orElse("nothing");
    }
}
