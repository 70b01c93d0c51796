package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.effect.PathTarget.Scope;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.value.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The folders in which a shell looks for programs, where the call puts some of its own before the usual ones. */
final class SearchPath {

    private static final int MOST_FOLDERS = 8;

    /** Places that every program of the machine may write to. */
    private static final Set<Scope> ANYBODY = EnumSet.of(Scope.TEMP, Scope.TEMP_ROOT);

    private final Work work;
    private final ShellState state;
    private final Scene scene;

    SearchPath(Work work, ShellState state, Scene scene) {
        this.work = work;
        this.state = state;
        this.scene = scene;
    }

    /** Whether one of several folders is for temporary files, where anybody may have put code. */
    static boolean hasFolderOfAnybody(Value folders, ShellState state, Scene scene) {
        return Stream.of(folders.prefix().split("[:;]", MOST_FOLDERS))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> scene.paths().read(Value.of(folder), state.folder()))
                .anyMatch(folder -> ANYBODY.contains(folder.scope()));
    }

    /** The path of a file that is run in place of the program with this name, where one can be seen. */
    Optional<Value> shadows(String name) {
        for (String folder : beforeTheUsual()) {
            Value path = Value.of(folder + "/" + name);
            if (isWritten(path) || !isOfTools(folder) && stands(path)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /** A folder for temporary files in which nobody can see whether such a program lies. */
    Optional<String> unseen(String name) {
        return beforeTheUsual().stream()
                .filter(folder -> mayHideAnything(folder, Value.of(folder + "/" + name)))
                .findFirst();
    }

    private List<String> beforeTheUsual() {
        Optional<String> all = state.get("PATH").map(Value::prefix).filter(text -> text.indexOf(':') >= 0);
        if (all.isEmpty()) {
            return List.of();
        }
        String[] each = all.get().split(":", MOST_FOLDERS + 1);
        return Stream.of(each)
                .limit(each.length - 1L)
                .map(folder -> folder.isEmpty() ? "." : folder)
                .takeWhile(folder -> !ProgramPaths.isFolder(folder + "/"))
                .toList();
    }

    private boolean isWritten(Value path) {
        return work.files().written(path, FileAccess.From.of(state, scene)).isPresent();
    }

    /** Folders into which package managers put the very programs that the names mean. */
    private boolean isOfTools(String folder) {
        return folder.endsWith("node_modules/.bin")
                || folder.endsWith("vendor/bin")
                || folder.endsWith("/bin") && stands(Value.of(folder + "/../pyvenv.cfg"));
    }

    /** Whether nobody can see what lies in a folder where anybody may have put it. */
    private boolean mayHideAnything(String folder, Value path) {
        return hasFolderOfAnybody(Value.of(folder), state, scene)
                && kind(path) == Files.Kind.UNKNOWN
                && !isFilledNow(folder)
                && !isFilledNow(folder + "/..");
    }

    /** Whether this call itself puts something there; what that is, is seen where it is done. */
    private boolean isFilledNow(String folder) {
        return work.files()
                .writtenNow(Value.of(folder), FileAccess.From.of(state, scene))
                .isPresent();
    }

    private boolean stands(Value path) {
        return kind(path) == Files.Kind.FILE;
    }

    private Files.Kind kind(Value path) {
        return scene.paths()
                .absolute(path, state.folder())
                .map(scene.files()::kind)
                .orElse(Files.Kind.UNKNOWN);
    }
}
