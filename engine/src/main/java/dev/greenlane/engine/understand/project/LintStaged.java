package dev.greenlane.engine.understand.project;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.data.Json;
import java.util.List;
import java.util.Optional;

/**
 * The commands that lint-staged runs on files that are to be committed (<a
 * href="https://github.com/lint-staged/lint-staged#configuration">configuration</a>); where they stand in a script of Node they
 * are not read.
 */
final class LintStaged implements ProjectFile {

    @Override
    public List<String> names() {
        return List.of(
                ".lintstagedrc", ".lintstagedrc.json", ".lintstagedrc.yaml", ".lintstagedrc.yml", "package.json");
    }

    @Override
    public boolean isAlsoAbove() {
        return true;
    }

    @Override
    public List<Lead> leads(Request request) {
        Optional<Data> file = Json.read(request.text()).or(() -> Parts.yaml(request.text()));
        Optional<Data> patterns =
                request.path().endsWith("package.json") ? file.flatMap(all -> Parts.in(all, "lint-staged")) : file;
        return Parts.entries(patterns).stream()
                .flatMap(entry -> Parts.texts(Optional.of(entry.value())).stream())
                .map(line -> Lead.shell(line, request.folder()))
                .toList();
    }
}
