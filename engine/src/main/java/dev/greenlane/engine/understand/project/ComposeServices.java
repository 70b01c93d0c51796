package dev.greenlane.engine.understand.project;

import dev.greenlane.engine.data.Data;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compose files: each service as the {@code docker run} that would start it, so that what it mounts, its rights and its
 * command are judged alike (<a href="https://docs.docker.com/reference/compose-file/services/">services</a>).
 */
public final class ComposeServices implements ProjectFile {

    private static final int MOST_SERVICES = 40;

    /** The {@code docker run} of each service that a compose file describes; none where it cannot be read. */
    public static List<String> lines(String yaml) {
        return Parts.entries(Parts.yaml(yaml).flatMap(file -> Parts.in(file, "services"))).stream()
                .limit(MOST_SERVICES)
                .map(service -> run(service.name(), service.value()))
                .toList();
    }

    @Override
    public List<String> names() {
        return List.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");
    }

    @Override
    public boolean isAlsoAbove() {
        return true;
    }

    @Override
    public List<Lead> leads(Request request) {
        if (Parts.isTooLarge(request.text())) {
            return List.of(Lead.unread(request.path(), "is too large to read", request.folder()));
        }
        Optional<Data> services = Parts.yaml(request.text()).flatMap(file -> Parts.in(file, "services"));
        List<Lead> leads = new ArrayList<>();
        Set<String> done = new HashSet<>();
        boolean all = request.tasks().contains("");
        for (Data.Entry service : Parts.entries(services)) {
            if (all || request.tasks().contains(service.name())) {
                add(service.name(), services, request, done, leads);
            }
        }
        return leads;
    }

    private static void add(String name, Optional<Data> services, Request request, Set<String> done, List<Lead> leads) {
        Optional<Data> service = services.flatMap(all -> Parts.in(all, name));
        if (service.isEmpty() || !done.add(name)) {
            return;
        }
        Optional<Data> needed = Parts.in(service.get(), "depends_on");
        Parts.texts(needed).forEach(other -> add(other, services, request, done, leads));
        Parts.entries(needed).forEach(other -> add(other.name(), services, request, done, leads));
        boolean last = leads.size() == MOST_SERVICES;
        if (leads.size() <= MOST_SERVICES) {
            leads.add(
                    last
                            ? Lead.unread(request.path(), "has more services than are followed", request.folder())
                            : Lead.shell(run(name, service.get()), request.folder()));
        }
    }

    private static String run(String name, Data service) {
        StringBuilder line = new StringBuilder("docker run");
        if (Parts.text(Parts.in(service, "privileged")).filter("true"::equals).isPresent()) {
            line.append(" --privileged");
        }
        flags(line, " --cap-add=", Parts.in(service, "cap_add"));
        flags(line, " --device=", Parts.in(service, "devices"));
        flags(line, " --security-opt=", Parts.in(service, "security_opt"));
        flags(line, " --pid=", Parts.in(service, "pid"));
        for (Data volume : Parts.items(Parts.in(service, "volumes"))) {
            Parts.text(Optional.of(volume))
                    .or(() -> Parts.text(Parts.in(volume, "source"))
                            .map(source -> source + ":"
                                    + Parts.text(Parts.in(volume, "target")).orElse("/")))
                    .filter(text -> text.startsWith("/") || text.startsWith(".") || text.startsWith("~"))
                    .ifPresent(text -> line.append(" -v ").append(ProjectFiles.quoted(text)));
        }
        List<String> entrypoint = words(Parts.in(service, "entrypoint"));
        List<String> command = words(Parts.in(service, "command"));
        line.append(' ')
                .append(ProjectFiles.quoted(
                        Parts.text(Parts.in(service, "image")).orElse(name)));
        entrypoint.forEach(word -> line.append(' ').append(word));
        command.forEach(word -> line.append(' ').append(word));
        return line.toString();
    }

    private static void flags(StringBuilder line, String flag, Optional<Data> values) {
        Parts.texts(values).forEach(value -> line.append(flag).append(ProjectFiles.quoted(value)));
    }

    /** A list is words, a text is a line that compose splits as a shell would. */
    private static List<String> words(Optional<Data> command) {
        return command.isPresent() && command.get() instanceof Data.Text text
                ? List.of(text.text().replace("$$", "$").replace('\n', ' '))
                : Parts.texts(command).stream().map(ProjectFiles::quoted).toList();
    }
}
