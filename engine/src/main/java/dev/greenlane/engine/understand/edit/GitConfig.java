package dev.greenlane.engine.understand.edit;

import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.understand.edit.Settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Settings of git. Source: the manual page git-config(1). */
final class GitConfig {

    /** Settings whose value git runs. */
    private static final Set<String> COMMANDS = Set.of(
            "sshcommand",
            "fsmonitor",
            "editor",
            "pager",
            "askpass",
            "gitproxy",
            "external",
            "textconv",
            "command",
            "clean",
            "smudge",
            "process",
            "driver",
            "cmd",
            "program",
            "sequenceeditor",
            "helper");

    private GitConfig() {}

    static List<Meaning> read(String text) {
        List<Meaning> found = new ArrayList<>();
        for (Setting setting : Settings.read(text)) {
            read(setting, found);
        }
        return found;
    }

    private static void read(Setting setting, List<Meaning> found) {
        String value = setting.value();
        if (setting.section().equals("alias") && value.startsWith("!")) {
            found.add(new Meaning.Runs(value.substring(1), "shell", Moment.LATER));
        } else if (COMMANDS.contains(setting.key()) && !isSwitch(value)) {
            boolean helper = setting.key().equals("helper");
            if (!helper || value.startsWith("!")) {
                String code = helper ? value.substring(1) : value;
                found.add(new Meaning.Runs(code, "shell", Moment.LATER));
            }
        } else if (setting.key().equals("hookspath")) {
            found.add(new Meaning.Sets(EffectKind.PERSISTENCE, "git hooks in " + value, Set.of()));
        } else if (setting.key().equals("sslverify") && value.equals("false")) {
            found.add(new Meaning.Sets(EffectKind.SECURITY_WEAKEN, "http.sslVerify", Set.of("no-tls-check")));
        } else if (setting.key().endsWith("insteadof")) {
            found.add(new Meaning.Sets(EffectKind.VCS_REMOTE_CHANGE, value, Set.of("overwrite")));
        }
    }

    private static boolean isSwitch(String value) {
        return value.equals("true") || value.equals("false");
    }
}
