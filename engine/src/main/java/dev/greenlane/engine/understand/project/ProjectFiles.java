package dev.greenlane.engine.understand.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The forms of project files that are read, by their names in the catalogue. Thread-safe. */
public final class ProjectFiles {

    private static final Map<String, ProjectFile> FORMS = Map.ofEntries(
            Map.entry("package-scripts", new PackageScripts()),
            Map.entry("composer-scripts", new ComposerScripts()),
            Map.entry("deno-tasks", new DenoTasks()),
            Map.entry("makefile", new Makefile()),
            Map.entry("justfile", new Justfile()),
            Map.entry("taskfile", new Taskfile()),
            Map.entry("git-aliases", new GitAliases()),
            Map.entry("git-hooks", new GitHooks()),
            Map.entry("pre-commit", new PreCommitHooks()),
            Map.entry("lefthook", new LefthookHooks()),
            Map.entry("lint-staged", new LintStaged()),
            Map.entry("tox", new ToxEnvironments()),
            Map.entry("nox", new NoxSessions()),
            Map.entry("poe", new PoeTasks()),
            Map.entry("compose", new ComposeServices()),
            Map.entry("dockerfile", new Dockerfile()),
            Map.entry("cargo-aliases", new CargoAliases()));

    private ProjectFiles() {}

    /** The reader of a form, one that never throws: {@code makefile}, {@code package-scripts}, … */
    public static Optional<ProjectFile> of(String form) {
        return Optional.ofNullable(FORMS.get(form)).map(Guarded::new);
    }

    /** A word that a shell takes for this text, whatever stands in it. */
    public static String quoted(String text) {
        boolean plain = !text.isEmpty() && text.chars().allMatch(ProjectFiles::isPlain);
        return plain ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private static boolean isPlain(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_./:,+@%".indexOf(c) >= 0;
    }

    /** The forms there are. */
    public static Set<String> forms() {
        return FORMS.keySet();
    }

    /** Keeps the promise that readers never throw. */
    private record Guarded(ProjectFile file) implements ProjectFile {
        @Override
        public List<String> names() {
            return file.names();
        }

        @Override
        public boolean isAlsoAbove() {
            return file.isAlsoAbove();
        }

        @Override
        public List<String> atHome() {
            return file.atHome();
        }

        @Override
        public List<Lead> leads(Request request) {
            try {
                return file.leads(request);
            } catch (RuntimeException | StackOverflowError e) {
                String reason = "could not be read to its end (" + e.getClass().getSimpleName() + ")";
                return List.of(Lead.unread(request.path(), reason, request.folder()));
            }
        }
    }
}
