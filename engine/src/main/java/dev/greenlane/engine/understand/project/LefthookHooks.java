package dev.greenlane.engine.understand.project;

import dev.greenlane.engine.data.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code lefthook.yml}: what its commands and jobs run (<a href="https://lefthook.dev/configuration/">settings</a>). */
final class LefthookHooks implements ProjectFile {

    @Override
    public List<String> names() {
        return List.of("lefthook.yml", "lefthook.yaml", ".lefthook.yml", ".lefthook.yaml");
    }

    @Override
    public boolean isAlsoAbove() {
        return false;
    }

    /** A task is the name of a hook. */
    @Override
    public List<Lead> leads(Request request) {
        if (Parts.isTooLarge(request.text())) {
            return List.of(Lead.unread(request.path(), "is too large to read", request.folder()));
        }
        Optional<Data> file = Parts.yaml(request.text());
        List<Lead> leads = new ArrayList<>();
        for (String task : request.tasks()) {
            Optional<Data> hook = file.flatMap(all -> Parts.in(all, task));
            Stream<Data> commands = Parts.entries(hook.flatMap(one -> Parts.in(one, "commands"))).stream()
                    .map(Data.Entry::value);
            Stream<Data> jobs = Parts.items(hook.flatMap(one -> Parts.in(one, "jobs"))).stream();
            Stream.concat(commands, jobs)
                    .flatMap(command -> Parts.text(Parts.in(command, "run")).stream())
                    .forEach(line -> leads.add(Lead.shell(line, request.folder())));
        }
        return leads;
    }
}
