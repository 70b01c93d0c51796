package dev.greenlane.engine.understand.project;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.data.Json;
import dev.greenlane.engine.understand.project.ProjectFile.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Packages of a repository that holds several: {@code workspaces} of {@code package.json}, {@code packages} of {@code
 * pnpm-workspace.yaml}. Folders are not listed, so a pattern is tried with the name that is looked for.
 */
final class Workspaces {

    private static final int MOST_PATTERNS = 40;

    private final Request request;

    Workspaces(Request request) {
        this.request = request;
    }

    /** The folder of the package that a call names by its path or by its name; empty where none can be found. */
    Optional<String> folder(String name) {
        String path = request.beside(name.startsWith("./") ? name.substring(2) : name);
        if (!name.startsWith("@") && manifest(path).isPresent()) {
            return Optional.of(path);
        }
        String last = name.substring(name.lastIndexOf('/') + 1);
        return patterns().stream()
                .map(pattern -> pattern.replaceFirst("^\\./", "").replaceFirst("/\\*\\*?$", "/" + last))
                .filter(folder -> folder.indexOf('*') < 0)
                .map(request::beside)
                .filter(folder -> isCalled(folder, name, last))
                .findFirst();
    }

    private boolean isCalled(String folder, String name, String last) {
        Optional<String> own = manifest(folder).flatMap(file -> Parts.text(Parts.in(file, "name")));
        return own.isPresent() && (own.get().equals(name) || own.get().endsWith("/" + last));
    }

    private Optional<Data> manifest(String folder) {
        return request.files().text(folder + "/package.json").flatMap(Json::read);
    }

    private List<String> patterns() {
        Optional<Data> listed = Json.read(request.text()).flatMap(all -> Parts.in(all, "workspaces"));
        Optional<Data> pnpm = request.files()
                .text(request.folder() + "/pnpm-workspace.yaml")
                .flatMap(Parts::yaml)
                .flatMap(all -> Parts.in(all, "packages"));
        List<String> patterns = new ArrayList<>();
        Stream.of(listed, listed.flatMap(all -> Parts.in(all, "packages")), pnpm)
                .forEach(each -> patterns.addAll(Parts.texts(each)));
        return patterns.subList(0, Math.min(patterns.size(), MOST_PATTERNS));
    }
}
