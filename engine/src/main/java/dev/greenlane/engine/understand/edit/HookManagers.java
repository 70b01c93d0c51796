package dev.greenlane.engine.understand.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Files in which a manager of git hooks is told what to run: pre-commit, lefthook. */
final class HookManagers {

    private static final Set<String> COMMANDS = Set.of("entry", "run", "script");

    private HookManagers() {}

    static List<Meaning> read(String text) {
        List<Meaning> found = new ArrayList<>();
        for (YamlLines.Entry entry : YamlLines.read(text)) {
            if (COMMANDS.contains(entry.key())) {
                found.add(new Meaning.Runs(entry.value(), "shell", Moment.LATER));
            }
        }
        return found;
    }
}
