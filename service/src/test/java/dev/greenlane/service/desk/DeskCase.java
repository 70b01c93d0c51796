package dev.greenlane.service.desk;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.known.KnownAgents;
import dev.greenlane.service.settings.SettingsFiles;
import dev.greenlane.service.settings.Switch;
import dev.greenlane.store.Entry;
import dev.greenlane.store.Ledger;
import dev.greenlane.store.Query;
import dev.greenlane.store.Recorded;
import dev.greenlane.store.snapshot.Snapshots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A desk with a ledger, in folders of its own. */
abstract class DeskCase {
    static final Agent CLAUDE = KnownAgents.byId("claude-code").orElseThrow();
    static final String HARMLESS = "git status";
    static final String RISKY = "rm -rf /";
    static final String CLEARABLE = "git push --force origin main";

    @TempDir
    Path folder = Path.of("");

    Path project = Path.of("");
    Ledger ledger;
    Desk desk;
    Duration clockSetBy = Duration.ZERO;

    @BeforeEach
    void open() throws Exception {
        project = Files.createDirectory(folder.resolve("project"));
        begin();
    }

    private void begin() throws Exception {
        ledger = Ledger.open(folder.resolve("ledger.db"));
        desk = new Desk(
                ledger,
                new SettingsFiles(folder, folder.resolve("managed.yaml")),
                new Switch(folder),
                Optional.of(folder.toString()),
                Map.of("JUDGE_KEY", "k"),
                () -> Instant.now().plus(clockSetBy),
                new Snapshots(folder.resolve("snapshots")));
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        ledger.close();
    }

    Map<String, Object> facts(String event, String session) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("hook_event_name", event);
        facts.put("session_id", session);
        facts.put("cwd", project.toString());
        facts.put("permission_mode", "default");
        return facts;
    }

    String tell(Map<String, Object> event) {
        return desk.answer(CLAUDE, "", Json.line(event), Optional.empty(), false);
    }

    String event(String event, String command, Map<String, Object> more) {
        Map<String, Object> body = facts(event, "s");
        body.put("tool_name", "Bash");
        body.put("tool_input", Map.of("command", command));
        body.putAll(more);
        return tell(body);
    }

    String use(String command) {
        return event("PreToolUse", command, Map.of("tool_use_id", "t"));
    }

    List<Entry> entries() throws Exception {
        return ledger.reader().last(Query.ALL, 100).stream()
                .map(Recorded::entry)
                .toList();
    }

    void set(String file, String text) throws Exception {
        Files.writeString(folder.resolve(file), text);
    }

    static Map<String, Object> with(Map<String, Object> event, String name, Object value) {
        event.put(name, value);
        return event;
    }

    /** The service ends and another one begins. */
    void restart() throws Exception {
        close();
        begin();
    }
}
