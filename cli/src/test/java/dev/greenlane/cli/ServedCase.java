package dev.greenlane.cli;

import dev.greenlane.service.Carried;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Commands with a home, a project and a service of their own. */
abstract class ServedCase {
    @TempDir
    Path folder;

    Path home = Path.of("");
    Path project = Path.of("");
    ResidentService service;

    @BeforeEach
    void begin() throws Exception {
        home = Files.createDirectories(folder.resolve("h"));
        project = Files.createDirectories(folder.resolve("project"));
        service = ResidentService.in(home, carried());
    }

    /** What the service runs for a person. */
    Carried carried() throws Exception {
        return Carried.NOTHING;
    }

    @AfterEach
    void end() throws Exception {
        service.close();
    }

    /** What Claude Code tells a hook before it runs a command. */
    Map<String, Object> event(String session, String command) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("hook_event_name", "PreToolUse");
        event.put("session_id", session);
        event.put("cwd", project.toString());
        event.put("permission_mode", "default");
        event.put("tool_name", "Bash");
        event.put("tool_input", Map.of("command", command));
        return event;
    }
}
