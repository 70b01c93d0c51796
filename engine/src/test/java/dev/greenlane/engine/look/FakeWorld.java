package dev.greenlane.engine.look;

import dev.greenlane.engine.look.Repository.Difference;
import dev.greenlane.engine.look.Repository.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A world for tests, made of values: files with texts, folders as far as files lie in them, repositories, processes. What was not put
 * in is missing.
 */
public final class FakeWorld {
    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, FakeRepository> repositories = new TreeMap<>();
    private final List<Processes.Running> processes = new ArrayList<>();

    /** Puts a file there. */
    public FakeWorld file(String path, String text) {
        files.put(path, text);
        return this;
    }

    /** Puts a repository there whose commits are all pushed, and from whose last commit these paths differ. */
    public FakeWorld repository(String root, Map<String, State> differences) {
        return repository(new FakeRepository(root, differences, 0, 0));
    }

    public FakeWorld repository(FakeRepository repository) {
        repositories.put(repository.root(), repository);
        return file(repository.root() + "/.git/HEAD", "ref: refs/heads/main\n");
    }

    public FakeWorld process(long number, String... words) {
        processes.add(new Processes.Running(number, 1, 0, Optional.empty(), Optional.empty(), List.of(words)));
        return this;
    }

    /** Sight of it. */
    public World world() {
        return new World(new FakeFiles(), new FakeTrees(), this::holding, new FakeProcesses());
    }

    /**
     * A repository in which {@code main} is checked out.
     *
     * @param differences by absolute path
     * @param commits how many are on no remote, and on no other branch
     */
    public record FakeRepository(String root, Map<String, State> differences, int commits, int stashed)
            implements Repository {
        @Override
        public Optional<List<Difference>> differences(List<String> paths, boolean ignored) {
            return Optional.of(new TreeMap<>(differences)
                    .entrySet().stream()
                            .filter(each -> ignored || each.getValue() != State.IGNORED)
                            .filter(each -> paths.stream().anyMatch(path -> Trees.isAtOrBelow(each.getKey(), path)))
                            .map(each -> new Difference(each.getKey(), each.getValue(), false))
                            .toList());
        }

        @Override
        public Optional<Head> head() {
            return Optional.of(
                    new Head(Optional.of("1".repeat(40)), Optional.of("main"), Optional.of("origin/main"), commits, 0));
        }

        @Override
        public Optional<Integer> commitsOnlyIn(String revision, Set<String> without, List<String> also) {
            return Optional.of(commits);
        }

        @Override
        public Optional<Integer> stashes() {
            return Optional.of(stashed);
        }

        @Override
        public Optional<List<Remote>> remotes() {
            return Optional.of(List.of(new Remote("origin", "https://example.com/team/project")));
        }

        @Override
        public Optional<String> remoteBranch(String remote, String branch) {
            return Optional.empty();
        }

        @Override
        public Optional<String> defaultBranch(String remote) {
            return Optional.of("main");
        }

        @Override
        public Optional<Integer> unpushed() {
            return Optional.of(commits);
        }
    }

    private Optional<Repository> holding(String path) {
        return repositories.values().stream()
                .filter(repository -> Trees.isAtOrBelow(path, repository.root()))
                .reduce((outer, inner) -> inner)
                .map(Repository.class::cast);
    }

    private Stream<String> below(String path) {
        return files.keySet().stream().filter(file -> Trees.isAtOrBelow(file, path));
    }

    private final class FakeFiles implements Files {
        @Override
        public Kind kind(String path) {
            if (files.containsKey(path)) {
                return Kind.FILE;
            }
            return below(path).findAny().isPresent() ? Kind.FOLDER : Kind.MISSING;
        }

        @Override
        public Optional<String> text(String path, int limit) {
            return Optional.ofNullable(files.get(path)).filter(text -> text.length() <= limit);
        }
    }

    private final class FakeTrees implements Trees {
        @Override
        public Optional<Extent> below(String path, int most) {
            List<String> found = FakeWorld.this.below(path).toList();
            List<String> nested = found.stream()
                    .filter(file -> file.endsWith("/.git/HEAD"))
                    .map(file -> file.substring(0, file.length() - "/.git/HEAD".length()))
                    .filter(root -> Trees.isAtOrBelow(root, path))
                    .toList();
            long bytes = found.stream()
                    .limit(most)
                    .mapToLong(file -> String.valueOf(files.get(file)).length())
                    .sum();
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Extent(
                            Math.min(most, found.size()),
                            bytes,
                            found.size() <= most,
                            found.stream().limit(20).toList(),
                            nested));
        }

        @Override
        public Optional<List<String>> matching(String folder, String names, boolean deep, int most) {
            String pattern = "\\Q" + names.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E";
            List<String> found = FakeWorld.this
                    .below(folder)
                    .filter(file -> deep || file.lastIndexOf('/') == folder.length())
                    .filter(file -> file.substring(file.lastIndexOf('/') + 1).matches(pattern))
                    .toList();
            return found.size() > most ? Optional.empty() : Optional.of(found);
        }
    }

    private final class FakeProcesses implements Processes {
        @Override
        public Optional<Running> at(long number) {
            return processes.stream()
                    .filter(running -> running.number() == number)
                    .findFirst();
        }

        @Override
        public List<Running> all() {
            return List.copyOf(processes);
        }
    }
}
