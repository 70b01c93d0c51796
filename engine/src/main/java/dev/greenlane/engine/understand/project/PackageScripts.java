package dev.greenlane.engine.understand.project;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.data.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code scripts} of {@code package.json}. A script runs in the folder of the file, between the scripts of its name with
 * {@code pre} and {@code post} before it; one of a package that the settings name runs in that package (<a href="https://docs.npmjs.com/cli/using-npm/scripts">npm: scripts</a>).
 */
final class PackageScripts implements ProjectFile {

    @Override
    public List<String> names() {
        return List.of("package.json");
    }

    @Override
    public boolean isAlsoAbove() {
        return true;
    }

    @Override
    public List<Lead> leads(Request request) {
        if (request.settings().isEmpty()) {
            return leads(request.text(), request.folder(), request);
        }
        Workspaces workspaces = new Workspaces(request);
        List<Lead> leads = new ArrayList<>();
        for (String name : request.settings()) {
            workspaces
                    .folder(name)
                    .ifPresent(folder -> request.files()
                            .text(folder + "/package.json")
                            .ifPresent(text -> leads.addAll(leads(text, folder, request))));
        }
        return leads;
    }

    private static List<Lead> leads(String manifest, String folder, Request request) {
        Optional<Data> scripts = Json.read(manifest).flatMap(file -> Parts.in(file, "scripts"));
        List<Lead> leads = new ArrayList<>();
        for (String task : scripts.isEmpty() ? List.<String>of() : request.tasks()) {
            Data all = scripts.get();
            Parts.text(Parts.in(all, "pre" + task)).ifPresent(before -> leads.add(Lead.shell(before, folder)));
            Parts.text(Parts.in(all, task))
                    .ifPresent(line -> leads.add(Lead.shell(request.withArguments(line), folder)));
            Parts.text(Parts.in(all, "post" + task)).ifPresent(after -> leads.add(Lead.shell(after, folder)));
        }
        return leads;
    }
}
