package dev.greenlane.engine.understand.project;

import dev.greenlane.engine.data.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code scripts} of {@code package.json}. A script runs in the folder of the file, between the scripts of its name with
 * {@code pre} and {@code post} before it (<a href="https://docs.npmjs.com/cli/using-npm/scripts">npm: scripts</a>).
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
        Optional<Data> scripts = Json.read(request.text()).flatMap(file -> Parts.in(file, "scripts"));
        List<Lead> leads = new ArrayList<>();
        for (String task : scripts.isEmpty() ? List.<String>of() : request.tasks()) {
            Data all = scripts.get();
            Parts.text(Parts.in(all, "pre" + task))
                    .ifPresent(before -> leads.add(Lead.shell(before, request.folder())));
            Parts.text(Parts.in(all, task))
                    .ifPresent(line -> leads.add(Lead.shell(request.withArguments(line), request.folder())));
            Parts.text(Parts.in(all, "post" + task)).ifPresent(after -> leads.add(Lead.shell(after, request.folder())));
        }
        return leads;
    }
}
