package dev.greenlane.engine.understand.edit;

import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.understand.edit.Settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings of package managers: npm, yarn, pnpm, bun, pip, cargo, Maven, Gradle. What counts is where packages come from, which
 * checks are off, and which programs take the place of others.
 */
final class PackageConfig {

    private static final Pattern ADDRESS = Pattern.compile("(?:sparse\\+|git\\+)?(https?://[^\\s\"'<>,\\]]+)");

    /** Settings whose addresses are places that packages come from. */
    private static final Pattern SOURCE =
            Pattern.compile("(^|[:.@_-])(registry|index|index-url|extra-index-url|find-links|"
                    + "npmregistryserver|registries|distributionurl|url|mirror|proxy|https-proxy)$");

    /** Settings whose value is run. */
    private static final Set<String> COMMANDS = Set.of(
            "script-shell",
            "rustc-wrapper",
            "rustc-workspace-wrapper",
            "runner",
            "onload-script",
            "yarnpath",
            "yarn-path");

    private static final Set<String> CHECKS = Set.of("strict-ssl", "enablestrictssl", "verify_ssl", "check-revoke");

    private PackageConfig() {}

    static List<Meaning> read(String text) {
        List<Meaning> found = new ArrayList<>();
        for (Setting setting : Settings.read(text)) {
            read(setting, found);
        }
        Matcher mirror = Pattern.compile("<url>\\s*(https?://[^<\\s]+)").matcher(text);
        while (mirror.find()) {
            found.add(new Meaning.Points(mirror.group(1)));
        }
        if (text.contains("-javaagent:")) {
            found.add(new Meaning.Sets(EffectKind.PERSISTENCE, "-javaagent in every build", Set.of("later")));
        }
        return found;
    }

    private static void read(Setting setting, List<Meaning> found) {
        String key = setting.key();
        if (SOURCE.matcher(key).find()
                || setting.section().startsWith("source")
                || setting.section().startsWith("regist")) {
            Matcher address = ADDRESS.matcher(setting.value());
            while (address.find()) {
                found.add(new Meaning.Points(address.group(1).replace("\\:", ":")));
            }
        } else if (COMMANDS.contains(key)) {
            found.add(new Meaning.Sets(EffectKind.PERSISTENCE, key + " = " + setting.value(), Set.of("later")));
        } else if (CHECKS.contains(key) && setting.value().equals("false") || key.equals("trusted-host")) {
            found.add(new Meaning.Sets(EffectKind.SECURITY_WEAKEN, key, Set.of("no-tls-check")));
        }
    }
}
