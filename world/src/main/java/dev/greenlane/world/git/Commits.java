package dev.greenlane.world.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out about commits. Between two of them nothing ever changes, so that is kept. Thread-safe. */
final class Commits {

    private static final int MOST_KEPT = 4_096;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern COUNTS = Pattern.compile("(\\d{1,9})\t(\\d{1,9})");
    private static final Pattern PLAIN_REFERENCE = Pattern.compile("refs/[^*?\\[\\\\\\p{Cntrl}]+");

    private static final Pattern FILE = Pattern.compile("100\\d{3} blob ([0-9a-f]+)\t(.*)\0", Pattern.DOTALL);

    private final Git git;
    private final Kept<List<String>, String> files;
    private final Kept<List<String>, Apart> distances;

    Commits(Git git, InstantSource clock) {
        this.git = git;
        files = new Kept<>(MOST_KEPT, clock);
        distances = new Kept<>(MOST_KEPT, clock);
    }

    /** How many commits only the one of two commits leads to, and only the other. */
    record Apart(int ahead, int behind) {}

    Optional<Apart> between(Place place, String one, String other) {
        if (one.equals(other)) {
            return Optional.of(new Apart(0, 0));
        }
        Path shallow = place.commonFolder().resolve("shallow");
        return distances.answer(
                List.of(place.commonFolder().toString(), one, other),
                () -> new Fingerprint.Taking(2).file(shallow).done(),
                () -> git.line(place, List.of("rev-list", "--left-right", "--count", one + "..." + other))
                        .map(COUNTS::matcher)
                        .filter(java.util.regex.Matcher::matches)
                        .map(found -> new Apart(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)))));
    }

    /** The name of what a commit has in a file. */
    Optional<String> file(Place place, String commit, String inside) {
        return files.answer(
                        List.of(place.commonFolder().toString(), commit, inside),
                        () -> new Fingerprint.Taking(0).done(),
                        () -> git.small(place, Map.of(), List.of("ls-tree", "-z", "--full-tree", commit, "--", inside))
                                .map(output -> new String(output, StandardCharsets.UTF_8)))
                .map(FILE::matcher)
                .filter(line -> line.matches() && line.group(2).equals(inside))
                .map(line -> line.group(1));
    }

    /** How many commits only one revision leads to. */
    Optional<Integer> onlyIn(Place place, String revision, Set<String> without, List<String> also) {
        if (!isRevision(revision)
                || !also.stream().allMatch(Commits::isRevision)
                || !without.stream().allMatch(PLAIN_REFERENCE.asMatchPredicate())) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(List.of("rev-list", "--count", "--not"));
        for (String kind : List.of("refs/heads", "refs/tags", "refs/remotes")) {
            without.stream().sorted().forEach(name -> words.add("--exclude=" + name));
            words.add("--glob=" + kind);
        }
        words.add("--not");
        words.add("--end-of-options");
        words.add(revision);
        also.forEach(other -> words.add("^" + other));
        words.add("--");
        return number(place, words);
    }

    /** How many commits of branches, tags and what is checked out are on no branch of a remote. */
    Optional<Integer> unpushed(Place place, boolean isUnborn) {
        List<String> words = new ArrayList<>(List.of("rev-list", "--count", "--branches", "--tags"));
        if (!isUnborn) {
            words.add("HEAD");
        }
        words.addAll(List.of("--not", "--remotes", "--"));
        return number(place, words);
    }

    /** The files, absolute, that two revisions have in different states. */
    Optional<List<String>> changed(Place place, String one, String other) {
        if (!isRevision(other)) {
            return Optional.empty();
        }
        return git.small(
                        place,
                        Map.of(),
                        List.of(
                                "diff-tree",
                                "-r",
                                "--name-only",
                                "-z",
                                "--no-renames",
                                "--end-of-options",
                                one,
                                other,
                                "--"))
                .map(output -> Stream.of(new String(output, StandardCharsets.UTF_8).split("\0"))
                        .filter(path -> !path.isEmpty())
                        .map(path -> place.root().resolve(path).toString())
                        .toList());
    }

    private Optional<Integer> number(Place place, List<String> question) {
        return git.line(place, question).filter(NUMBER.asMatchPredicate()).map(Integer::valueOf);
    }

    private static boolean isRevision(String text) {
        return !text.isEmpty()
                && !text.startsWith("-")
                && !text.startsWith("^")
                && !text.contains("..")
                && text.chars().noneMatch(Character::isISOControl);
    }
}
