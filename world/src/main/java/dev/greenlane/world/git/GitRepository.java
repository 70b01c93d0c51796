package dev.greenlane.world.git;

import dev.greenlane.engine.look.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One repository with its working tree. */
record GitRepository(Git git, Place place) implements Repository {

    private static final String HEAD = "HEAD";
    private static final String BRANCHES = "refs/heads/";
    private static final String REMOTES = "refs/remotes/";
    private static final int LONGEST_LOG = 4 << 20;

    @Override
    public String root() {
        return place.root().toString();
    }

    @Override
    public Optional<List<Difference>> differences(List<String> paths, boolean ignored) {
        return Asked.of(place, paths).flatMap(asked -> git.differing().of(place, asked, ignored));
    }

    @Override
    public Optional<String> committed(String path) {
        return Asked.of(place, path)
                .filter(asked -> !asked.inside().isEmpty())
                .flatMap(asked ->
                        refs().commit(HEAD).flatMap(commit -> git.commits().file(place, commit, asked.inside())));
    }

    @Override
    public Optional<Head> head() {
        Refs refs = refs();
        if (!refs.areKnown()) {
            return Optional.empty();
        }
        Optional<String> commit = refs.commit(HEAD);
        Optional<String> branch = refs.target(HEAD)
                .filter(name -> name.startsWith(BRANCHES))
                .map(name -> name.substring(BRANCHES.length()));
        if (commit.isEmpty() || branch.isEmpty()) {
            return Optional.of(new Head(commit, branch, Optional.empty(), 0, 0));
        }
        return git.config(place).flatMap(known -> {
            Optional<String> upstream = Tracking.upstream(known.config(), branch.get());
            Optional<String> theirs = upstream.flatMap(refs::commit);
            if (upstream.isEmpty() || theirs.isEmpty()) {
                return Optional.of(new Head(commit, branch, Optional.empty(), 0, 0));
            }
            return git.commits()
                    .between(place, commit.get(), theirs.get())
                    .map(apart -> new Head(
                            commit, branch, upstream.map(GitRepository::shortened), apart.ahead(), apart.behind()));
        });
    }

    @Override
    public Optional<Integer> commitsOnlyIn(String revision, Set<String> without, List<String> also) {
        return git.commits().onlyIn(place, revision, without, also);
    }

    @Override
    public Optional<Integer> unpushed() {
        Refs refs = refs();
        return refs.areKnown() ? git.commits().unpushed(place, refs.commit(HEAD).isEmpty()) : Optional.empty();
    }

    @Override
    public Optional<Integer> stashes() {
        if (refs().commit("refs/stash").isEmpty()) {
            return refs().areKnown() ? Optional.of(0) : Optional.empty();
        }
        return Texts.of(place.commonFolder().resolve("logs/refs/stash"), LONGEST_LOG)
                .map(log -> (int) log.lines().filter(line -> !line.isBlank()).count());
    }

    @Override
    public Optional<List<Remote>> remotes() {
        for (String old : List.of("remotes", "branches")) {
            String[] files = place.commonFolder().resolve(old).toFile().list();
            if (files != null && files.length > 0) {
                return Optional.empty();
            }
        }
        return git.config(place).map(known -> Tracking.remotes(known.config()));
    }

    @Override
    public Optional<String> remoteBranch(String remote, String branch) {
        return git.config(place)
                .flatMap(known -> Tracking.kept(known.config(), remote, BRANCHES + branch))
                .flatMap(refs()::commit);
    }

    @Override
    public Optional<String> defaultBranch(String remote) {
        String prefix = REMOTES + remote + "/";
        return refs().target(prefix + HEAD)
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()));
    }

    @Override
    public Optional<List<String>> changedTo(String revision) {
        return git.commits().changed(place, HEAD, revision);
    }

    @Override
    public List<String> records() {
        return Stream.concat(
                        Stream.of("HEAD", "ORIG_HEAD", "MERGE_HEAD", "index", "logs")
                                .map(place.gitFolder()::resolve),
                        Stream.of("packed-refs", "refs", "logs", "config").map(place.commonFolder()::resolve))
                .map(Path::toString)
                .distinct()
                .toList();
    }

    private Refs refs() {
        return Refs.of(git, place);
    }

    private static String shortened(String name) {
        for (String prefix : List.of(REMOTES, BRANCHES)) {
            if (name.startsWith(prefix)) {
                return name.substring(prefix.length());
            }
        }
        return name;
    }
}
