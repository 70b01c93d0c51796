package dev.greenlane.world.git;

import dev.greenlane.engine.look.Repository.Difference;
import dev.greenlane.engine.look.Repository.State;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Finds out what differs from the last commit. Thread-safe. */
final class Differing {

    private static final int MOST_KEPT = 512;
    private static final int MOST_FILES = 1_000;
    private static final int MOST_UNLOOKED = 20_000;
    private static final int CLEARS_UNLOOKED = 2_036;

    private final Git git;
    private final Configs configs;
    private final Kept<Question, List<Difference>> differences;

    Differing(Git git, Configs configs, InstantSource clock) {
        differences = new Kept<>(MOST_KEPT, clock);
        this.git = git;
        this.configs = configs;
    }

    /** @param head the last commit; blank where there is none yet, empty where nobody can tell */
    private record Question(Place place, List<Asked> asked, boolean ignored, String settings, Optional<String> head) {
        boolean isWhole() {
            return asked.stream().anyMatch(path -> path.inside().isEmpty());
        }
    }

    Optional<List<Difference>> of(Place place, List<Asked> asked, boolean ignored) {
        List<Asked> here = asked.stream().filter(it -> it.elsewhere().isEmpty()).toList();
        Stream<Difference> nested = asked.stream()
                .filter(it -> it.elsewhere().isPresent())
                .map(it -> new Difference(it.given(), State.NESTED, false));
        if (here.isEmpty()) {
            return Optional.of(sorted(nested));
        }
        return git.config(place).flatMap(known -> {
            Question question = new Question(
                    place,
                    here,
                    ignored,
                    known.fingerprint().map(Fingerprint::digest).orElse(""),
                    Optional.of(Refs.of(git, place))
                            .filter(Refs::areKnown)
                            .map(refs -> refs.commit("HEAD").orElse("")));
            return differences
                    .answer(question, () -> look(question, known), () -> ask(question, known))
                    .map(found -> sorted(Stream.concat(found.stream(), nested)));
        });
    }

    private Optional<List<Difference>> ask(Question question, Configs.Known known) {
        CompletableFuture<Optional<List<String>>> unlooked = CompletableFuture.supplyAsync(
                () -> asked(question, Map.of(), List.of("ls-files", "-v", "-z", "--"))
                        .map(Differing::tagged),
                git.beside());
        List<String> words = List.of(
                "status",
                "--porcelain=v2",
                "-z",
                "--untracked-files=all",
                question.ignored ? "--ignored=matching" : "--ignored=no",
                "--no-renames",
                "--ignore-submodules=dirty",
                "--");
        return asked(question, known.config().withoutFilters(), words)
                .flatMap(StatusReading::read)
                .flatMap(lines -> unlooked.join()
                        .flatMap(paths -> changed(question, known.config(), paths))
                        .map(changed -> merged(question, lines, changed)));
    }

    private Optional<byte[]> asked(Question question, Map<String, String> settings, List<String> words) {
        if (question.isWhole()) {
            return git.whole(question.place, settings, words);
        }
        Stream<String> paths = question.asked.stream().map(Asked::inside);
        return git.small(
                question.place, settings, Stream.concat(words.stream(), paths).toList());
    }

    private static List<Difference> merged(
            Question question, List<StatusReading.Line> lines, List<StatusReading.Line> changed) {
        Map<String, Difference> byPath = new HashMap<>();
        for (StatusReading.Line line :
                Stream.concat(lines.stream(), changed.stream()).toList()) {
            for (Asked asked : question.asked) {
                named(question.place, asked, line)
                        .ifPresent(found -> byPath.merge(found.path(), found, Differing::both));
            }
        }
        return List.copyOf(byPath.values());
    }

    private static Optional<Difference> named(Place place, Asked asked, StatusReading.Line line) {
        State state = line.state();
        if (state == State.IGNORED && line.isFolder()) {
            if (asked.isBelow(line.path())) {
                return Texts.exists(asked.real())
                        ? Optional.of(new Difference(asked.given(), State.IGNORED, false))
                        : Optional.empty();
            }
            boolean isNested = Texts.exists(place.root().resolve(line.path()).resolve(".git"));
            state = isNested ? State.NESTED : state;
        }
        State known = state;
        return asked.named(line.path()).map(path -> new Difference(path, known, line.inIndex()));
    }

    /** What is out of the index and still there is told twice: it is in the commit, and is there, perhaps changed. */
    private static Difference both(Difference one, Difference other) {
        return one.state() == other.state() ? one : new Difference(one.path(), State.MODIFIED, false);
    }

    /** Files that git was told not to look at, and that are there: they may have changed. */
    private Optional<List<StatusReading.Line>> changed(Question question, Config config, List<String> unlooked) {
        boolean clears = config.isOn("core.sparsecheckout")
                && git.program()
                        .filter(program -> program.version() >= CLEARS_UNLOOKED)
                        .isPresent();
        List<String> suspects = unlooked.stream()
                .filter(line -> !(clears && line.startsWith("S")))
                .map(line -> line.substring(2))
                .filter(path -> question.asked.stream()
                        .anyMatch(asked -> asked.named(path).isPresent()))
                .toList();
        if (suspects.size() > MOST_UNLOOKED) {
            return Optional.empty();
        }
        return Optional.of(suspects.stream()
                .filter(path -> Texts.path(path)
                        .filter(relative -> !Texts.exists(question.place.root().resolve(relative)))
                        .isEmpty())
                .map(path -> new StatusReading.Line(path, State.MODIFIED, false, false))
                .toList());
    }

    /** Files that git was told not to look at, each after its tag and a space. */
    private static List<String> tagged(byte[] output) {
        List<String> found = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < output.length; at++) {
            if (output[at] == 0) {
                boolean isPlain = output[start] >= 'A' && output[start] <= 'Z' && output[start] != 'S';
                if (!isPlain) {
                    found.add(new String(output, start, at - start, StandardCharsets.UTF_8));
                }
                start = at + 1;
            }
        }
        return found;
    }

    /** All that an answer depends on, but for the settings and the commit; empty where that is too much. */
    private Optional<Fingerprint> look(Question question, Configs.Known known) {
        if (known.fingerprint().isEmpty() || question.head.isEmpty() || question.isWhole()) {
            return Optional.empty();
        }
        Place place = question.place;
        Fingerprint.Taking taking = new Fingerprint.Taking(MOST_FILES);
        for (String name : List.of("index", "info/sparse-checkout")) {
            taking.file(place.gitFolder().resolve(name));
        }
        for (String name : List.of("info/exclude", "info/attributes")) {
            taking.file(place.commonFolder().resolve(name));
        }
        ofUser(known.config(), "core.excludesfile", "ignore", place).ifPresent(taking::file);
        ofUser(known.config(), "core.attributesfile", "attributes", place).ifPresent(taking::file);
        for (Asked asked : question.asked) {
            for (Path folder = asked.real().getParent(); folder != null; folder = folder.getParent()) {
                taking.file(folder.resolve(".gitignore")).file(folder.resolve(".gitattributes"));
                if (folder.equals(place.root())) {
                    break;
                }
            }
            taking.tree(asked.real());
        }
        return taking.done();
    }

    private Optional<Path> ofUser(Config config, String key, String name, Place place) {
        return config.last(key)
                .flatMap(path -> configs.path(path, place.root()))
                .or(() -> configs.ofUser(name));
    }

    private static List<Difference> sorted(Stream<Difference> differences) {
        return differences
                .distinct()
                .sorted(Comparator.comparing(Difference::path))
                .toList();
    }
}
