package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.listing.Report;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is published as it lies in a folder: the versions that were said are held against those that the session has shown. */
final class Release {

    private static final Pattern SAID =
            Pattern.compile("v?(\\d{1,6}(?:\\.\\d{1,6}){1,3}(?:[-.]?[a-z]{1,6}[-.]?\\d{0,6})?)");
    private static final Pattern SHOWN = Pattern.compile(
            "(?<![\\w.])(?:[\\w.-]{1,80}?[-_@=])?v?(\\d{1,6}\\.\\d{1,6}(?:\\.\\d{1,6})?(?:[-.]?(?:rc|a|b|alpha|beta|dev|post|pre)[-.]?\\d{0,6})?)(?![\\w.]*\\w@)");
    /** What a build leaves for a registry. */
    private static final Pattern BUILT = Pattern.compile(
            "(?i)[\\w.+-]{1,80}?-(\\d{1,6}(?:\\.\\d{1,6}){1,3}(?:[-.]?(?:rc|a|b|alpha|beta|dev|post|pre)[-.]?\\d{0,6})?)(?:-[\\w.-]{1,60})?\\.(?:whl|tar\\.gz|tgz|gem|crate|nupkg|jar|zip)");

    private static final int LONGEST = 4_000;

    private static final Set<String> PRIVATE = DeedWords.DEEDS.words("registries", "private");
    private static final Set<String> REGISTRIES = DeedWords.DEEDS.words("registries", "registry");
    private static final Pattern CHOSEN = Pattern.compile("(?i).*(?:regist|repositor|index|source|url|--to|^-r$).*");

    private Release() {}

    /** Whether all that was built for publishing is taken, and it was said or shown of which version that is: {@code dist/*}. */
    static boolean isOf(Claim claim) {
        Deed deed = claim.deed();
        return isPublished(deed)
                && claim.item().text().endsWith("/*")
                && !(said(claim).isEmpty() && built(deed.scene().reports()).isEmpty());
    }

    private static Set<String> said(Claim claim) {
        Set<String> said = new LinkedHashSet<>();
        claim.clause().mentions().stream()
                .flatMap(mention -> mention.names().stream())
                .map(SAID::matcher)
                .filter(Matcher::matches)
                .forEach(version -> said.add(version.group(1)));
        return said;
    }

    private static boolean isPublished(Deed deed) {
        return deed.operations().contains("publish") && deed.families().contains("package");
    }

    /** Whether what was said of the version and of the registry may be meant; of what is not published it always is. */
    static boolean fits(Claim claim) {
        Deed deed = claim.deed();
        if (!isPublished(deed)) {
            return true;
        }
        if (isPrivate(claim)
                && deed.command().stream()
                        .noneMatch(word -> CHOSEN.matcher(word).matches())) {
            return false;
        }
        Set<String> said = said(claim);
        if (isOf(claim)) {
            Set<String> built = built(deed.scene().reports());
            return !built.isEmpty() && (said.isEmpty() ? built.size() == 1 : built.equals(said));
        }
        Optional<Set<String>> shown = shown(deed.scene().reports());
        return said.isEmpty() || shown.isEmpty() || shown.get().containsAll(said);
    }

    /** Whether a registry of one's own was said: {@code our internal registry}. */
    private static boolean isPrivate(Claim claim) {
        return claim.clause().mentions().stream()
                .map(Mention::said)
                .anyMatch(said -> said.stream().anyMatch(PRIVATE::contains)
                        && said.stream().anyMatch(REGISTRIES::contains));
    }

    /** The versions of what lies there for publishing, by the newest report that shows such files. */
    private static Set<String> built(List<Report> newestFirst) {
        for (Report report : newestFirst) {
            Set<String> versions = versions(BUILT, report);
            if (!versions.isEmpty()) {
                return versions;
            }
        }
        return Set.of();
    }

    /** The versions that the newest report tells that tells any. */
    private static Optional<Set<String>> shown(List<Report> newestFirst) {
        return newestFirst.stream()
                .map(report -> versions(SHOWN, report))
                .filter(versions -> !versions.isEmpty())
                .findFirst();
    }

    private static Set<String> versions(Pattern pattern, Report report) {
        Set<String> versions = new LinkedHashSet<>();
        String result = report.result();
        Matcher matcher = pattern.matcher(result.length() > LONGEST ? result.substring(0, LONGEST) : result);
        while (matcher.find()) {
            versions.add(matcher.group(1));
        }
        return versions;
    }
}
