package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.value.Value;
import java.util.Optional;

/** The folders in which a shell looks for programs, where the call puts some of its own before the usual ones. */
final class SearchPath {

    private static final int MOST_FOLDERS = 8;

    private final Work work;
    private final ShellState state;
    private final Scene scene;

    SearchPath(Work work, ShellState state, Scene scene) {
        this.work = work;
        this.state = state;
        this.scene = scene;
    }

    /** The path of a file that is run in place of the program with this name, where one can be seen. */
    Optional<Value> shadows(String name) {
        Optional<String> folders = state.get("PATH").map(Value::prefix).filter(text -> text.indexOf(':') >= 0);
        if (folders.isEmpty()) {
            return Optional.empty();
        }
        String[] each = folders.get().split(":", MOST_FOLDERS + 1);
        for (int i = 0; i < each.length - 1; i++) {
            String folder = each[i].isEmpty() ? "." : each[i];
            if (ProgramPaths.isFolder(folder + "/")) {
                return Optional.empty();
            }
            Value path = Value.of(folder + "/" + name);
            if (isWritten(path) || !isOfTools(folder) && stands(path)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
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

    private boolean stands(Value path) {
        return scene.paths()
                .absolute(path, state.folder())
                .filter(file -> scene.files().kind(file) == Files.Kind.FILE)
                .isPresent();
    }
}
