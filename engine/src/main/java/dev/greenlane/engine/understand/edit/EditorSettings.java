package dev.greenlane.engine.understand.edit;

import dev.greenlane.engine.effect.EffectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What editors run: tasks and settings of Visual Studio Code and its kin, commands of development containers. Sources: the
 * editor's reference of tasks, the specification of development containers.
 */
final class EditorSettings {

    /** Settings that name programs which the editor starts by itself. */
    private static final Pattern PROGRAMS = Pattern.compile(
            "git\\.path|terminal\\.integrated\\.(automationProfile|profiles|env|shell)\\b.*|.*\\.(executablePath|serverPath)");

    private static final Pattern TRUST =
            Pattern.compile("security\\.workspace\\.trust\\.enabled|task\\.allowAutomaticTasks");
    private static final Pattern AGENT_CHECKS =
            Pattern.compile("(chat|github\\.copilot)\\..*(autoapprove|autoApprove|autoReply|allowAll|yolo).*");

    private EditorSettings() {}

    static List<Meaning> read(String path, String text) {
        List<Meaning> found = new ArrayList<>();
        List<JsonMembers.Member> members = JsonMembers.read(text);
        boolean byItself = members.stream()
                .anyMatch(
                        member -> member.key().equals("runOn") && member.value().equals("folderOpen"));
        for (JsonMembers.Member member : members) {
            read(member, byItself, found);
        }
        return found;
    }

    private static void read(JsonMembers.Member member, boolean byItself, List<Meaning> found) {
        String key = member.key();
        String value = member.value();
        if (key.equals("runOn") && value.equals("folderOpen")) {
            found.add(new Meaning.Sets(EffectKind.PERSISTENCE, "a task that runs when the folder is opened", Set.of()));
        } else if (key.equals("command")) {
            found.add(new Meaning.Runs(value, "shell", byItself ? Moment.LATER : Moment.IF_RUN));
        } else if (key.equals("initializeCommand")) {
            found.add(new Meaning.Runs(value, "shell", Moment.LATER));
        } else if (key.endsWith("Command") || member.path().stream().anyMatch(name -> name.endsWith("Command"))) {
            found.add(new Meaning.Runs(value, "shell", Moment.IF_RUN_ELSEWHERE));
        } else if (AGENT_CHECKS.matcher(key).matches() && !value.equals("false")) {
            found.add(new Meaning.Sets(EffectKind.GUARD_CHANGE, key, Set.of()));
        } else if (TRUST.matcher(key).matches() && !value.equals("off") && !value.equals("true")) {
            found.add(new Meaning.Sets(EffectKind.SECURITY_WEAKEN, key, Set.of()));
        } else if (PROGRAMS.matcher(key).matches()
                || member.path().stream()
                        .anyMatch(name -> PROGRAMS.matcher(name).matches())) {
            found.add(new Meaning.Sets(EffectKind.PERSISTENCE, "editor setting " + key, Set.of()));
        }
    }
}
