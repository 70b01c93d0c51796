package dev.greenlane.engine.understand.edit;

import dev.greenlane.engine.effect.EffectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a project's list of packages makes run: the scripts of {@code package.json} and {@code composer.json}. Sources: npm's
 * page on scripts, composer's page on scripts.
 */
final class PackageManifest {

    /** Scripts that run by themselves when packages are installed. */
    private static final Set<String> ON_INSTALL = Set.of(
            "preinstall",
            "install",
            "postinstall",
            "prepare",
            "preprepare",
            "postprepare",
            "dependencies",
            "pre-install-cmd",
            "post-install-cmd",
            "post-update-cmd",
            "post-autoload-dump",
            "post-root-package-install");

    private static final Pattern DEPENDENCIES =
            Pattern.compile("(dev|peer|optional)?[dD]ependencies|overrides|resolutions");
    private static final Pattern ADDRESS = Pattern.compile("(git\\+)?(https?|ssh|git)://.*");

    private PackageManifest() {}

    static List<Meaning> read(String text) {
        List<Meaning> found = new ArrayList<>();
        for (JsonMembers.Member member : JsonMembers.read(text)) {
            boolean scripts = member.path().isEmpty() || member.path().contains("scripts");
            if (scripts && ON_INSTALL.contains(member.key())) {
                found.add(new Meaning.Runs(member.value(), "shell", Moment.LATER));
            } else if (member.path().contains("scripts")) {
                found.add(new Meaning.Runs(member.value(), "shell", Moment.IF_RUN));
            } else if (ADDRESS.matcher(member.value()).matches()
                    && member.path().stream()
                            .anyMatch(name -> DEPENDENCIES.matcher(name).matches())) {
                found.add(new Meaning.Sets(
                        EffectKind.PACKAGE_INSTALL, member.value(), Set.of("untrusted-source", "later")));
            }
        }
        return found;
    }
}
