package dev.greenlane.engine.understand.edit;

import dev.greenlane.engine.effect.EffectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Settings of the ssh client. Source: the manual page ssh_config(5). */
final class SshConfig {

    private static final Set<String> COMMANDS = Set.of("proxycommand", "localcommand", "knownhostscommand");

    private SshConfig() {}

    static List<Meaning> read(String text) {
        List<Meaning> found = new ArrayList<>();
        for (String line : (Iterable<String>) text.lines().map(String::strip)::iterator) {
            String[] words = line.split("[\\s=]+", 2);
            if (words.length < 2) {
                continue;
            }
            String key = words[0].toLowerCase(Locale.ROOT);
            if (COMMANDS.contains(key) && !words[1].equalsIgnoreCase("none")) {
                found.add(new Meaning.Runs(words[1], "shell", Moment.LATER));
            } else if (key.equals("stricthostkeychecking") && words[1].equalsIgnoreCase("no")) {
                found.add(
                        new Meaning.Sets(EffectKind.SECURITY_WEAKEN, "StrictHostKeyChecking", Set.of("no-tls-check")));
            }
        }
        return found;
    }
}
