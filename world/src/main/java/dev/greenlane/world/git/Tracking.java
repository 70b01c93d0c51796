package dev.greenlane.world.git;

import dev.greenlane.engine.look.Repository.Remote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What settings say of remotes, and of the branches that are kept of theirs. */
final class Tracking {

    private Tracking() {}

    /** The full name of what a branch follows. */
    static Optional<String> upstream(Config config, String branch) {
        Optional<String> remote = config.last("branch." + branch + ".remote");
        Optional<String> theirs = config.last("branch." + branch + ".merge");
        if (remote.filter("."::equals).isPresent()) {
            return theirs;
        }
        return remote.flatMap(name -> theirs.flatMap(full -> kept(config, name, full)));
    }

    /**
     * The full name under which a remote's reference is kept here.
     *
     * @param theirs its full name there
     */
    static Optional<String> kept(Config config, String remote, String theirs) {
        return config.values("remote." + remote + ".fetch")
                .flatMap(rule -> mapped(rule, theirs).stream())
                .findFirst();
    }

    /** Rules are such as {@code +refs/heads/*:refs/remotes/origin/*}. */
    private static Optional<String> mapped(String rule, String theirs) {
        String plain = rule.startsWith("+") ? rule.substring(1) : rule;
        int colon = plain.indexOf(':');
        if (colon < 0 || plain.startsWith("^")) {
            return Optional.empty();
        }
        String from = plain.substring(0, colon);
        String to = plain.substring(colon + 1);
        int star = from.indexOf('*');
        if (star < 0) {
            return from.equals(theirs) ? Optional.of(to) : Optional.empty();
        }
        String before = from.substring(0, star);
        String after = from.substring(star + 1);
        boolean matches = theirs.length() >= before.length() + after.length()
                && theirs.startsWith(before)
                && theirs.endsWith(after);
        return matches
                ? Optional.of(to.replace("*", theirs.substring(before.length(), theirs.length() - after.length())))
                : Optional.empty();
    }

    /** The remotes with the addresses that pushes go to; one that has several is told several times. */
    static List<Remote> remotes(Config config) {
        List<Remote> remotes = new ArrayList<>();
        for (String name : config.named("remote", "url", "pushurl")) {
            List<String> own = config.values("remote." + name + ".pushurl").toList();
            Stream<String> urls = own.isEmpty()
                    ? config.values("remote." + name + ".url").map(url -> pushed(config, url))
                    : own.stream()
                            .map(url -> rewritten(config, url, "insteadof").orElse(url));
            urls.forEach(url -> remotes.add(new Remote(name, url)));
        }
        return List.copyOf(remotes);
    }

    private static String pushed(Config config, String url) {
        return rewritten(config, url, "pushinsteadof")
                .or(() -> rewritten(config, url, "insteadof"))
                .orElse(url);
    }

    /** Of several prefixes that match, the longest counts. */
    private static Optional<String> rewritten(Config config, String url, String kind) {
        record Rule(String base, String prefix) {}
        return config.named("url", kind).stream()
                .flatMap(base -> config.values("url." + base + "." + kind).map(prefix -> new Rule(base, prefix)))
                .filter(rule -> url.startsWith(rule.prefix))
                .max(Comparator.comparingInt(rule -> rule.prefix.length()))
                .map(rule -> rule.base + url.substring(rule.prefix.length()));
    }
}
