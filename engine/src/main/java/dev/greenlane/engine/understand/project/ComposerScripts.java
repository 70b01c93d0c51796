package dev.greenlane.engine.understand.project;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.data.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code scripts} of {@code composer.json}: lines for the shell, {@code @name} of another script, {@code @php} and
 * {@code @composer} for those programs, and functions of PHP, which are not followed.
 */
final class ComposerScripts implements ProjectFile {

    @Override
    public List<String> names() {
        return List.of("composer.json");
    }

    @Override
    public boolean isAlsoAbove() {
        return false;
    }

    @Override
    public List<Lead> leads(Request request) {
        List<Lead> leads = new ArrayList<>();
        Set<String> done = new HashSet<>();
        Optional<Data> scripts = Json.read(request.text()).flatMap(file -> Parts.in(file, "scripts"));
        for (String task : scripts.isEmpty() ? List.<String>of() : request.tasks()) {
            for (String name : List.of("pre-" + task + "-cmd", task, "post-" + task + "-cmd")) {
                add(name, scripts.get(), request, done, leads);
            }
        }
        return leads;
    }

    private static void add(String name, Data all, Request request, Set<String> done, List<Lead> leads) {
        if (!done.add(name)) {
            return;
        }
        for (String line : Parts.texts(Parts.in(all, name))) {
            String plain = line.startsWith("@") ? line.substring(1) : line;
            String first = plain.split("\\s", 2)[0];
            if (line.startsWith("@") && Parts.in(all, first).isPresent()) {
                add(first, all, request, done, leads);
            } else if (line.startsWith("@putenv ")) {
                continue;
            } else if (!plain.matches("[\\w\\\\]+::\\w+")) {
                leads.add(Lead.shell(request.withArguments(plain), request.folder()));
            }
        }
    }
}
