package dev.greenlane.engine.understand.project;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.data.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code tasks} of {@code deno.json}: a command line, or one with the tasks that come before it. */
final class DenoTasks implements ProjectFile {

    @Override
    public List<String> names() {
        return List.of("deno.json", "deno.jsonc");
    }

    @Override
    public boolean isAlsoAbove() {
        return true;
    }

    @Override
    public List<Lead> leads(Request request) {
        List<Lead> leads = new ArrayList<>();
        Optional<Data> tasks = Json.read(request.text()).flatMap(file -> Parts.in(file, "tasks"));
        Set<String> done = new HashSet<>();
        tasks.ifPresent(all -> request.tasks().forEach(task -> add(task, all, request, done, leads)));
        return leads;
    }

    private static void add(String name, Data all, Request request, Set<String> done, List<Lead> leads) {
        Optional<Data> task = Parts.in(all, name);
        if (task.isEmpty() || !done.add(name)) {
            return;
        }
        Parts.texts(Parts.in(task.get(), "dependencies")).forEach(before -> add(before, all, request, done, leads));
        Parts.text(task)
                .or(() -> Parts.text(Parts.in(task.get(), "command")))
                .ifPresent(line -> leads.add(Lead.shell(request.withArguments(line), request.folder())));
    }
}
