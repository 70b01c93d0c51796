package dev.greenlane.engine.understand.project;

import dev.greenlane.engine.data.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code .pre-commit-config.yaml}: the entries of its local hooks. Hooks of other repositories are code that is not here
 * (<a href="https://pre-commit.com/#repository-local-hooks">local hooks</a>).
 */
final class PreCommitHooks implements ProjectFile {

    @Override
    public List<String> names() {
        return List.of(".pre-commit-config.yaml");
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
        List<Lead> leads = new ArrayList<>();
        Optional<Data> file = Parts.yaml(request.text());
        for (Data repository : Parts.items(file.flatMap(all -> Parts.in(all, "repos")))) {
            if (Parts.text(Parts.in(repository, "repo")).filter("local"::equals).isPresent()) {
                for (Data hook : Parts.items(Parts.in(repository, "hooks"))) {
                    add(hook, request, leads);
                }
            }
        }
        return leads;
    }

    private static void add(Data hook, Request request, List<Lead> leads) {
        String id = Parts.text(Parts.in(hook, "id")).orElse("");
        String language = Parts.text(Parts.in(hook, "language")).orElse("system");
        boolean isRun = language.equals("system") || language.equals("script") || language.equals("unsupported");
        if (!isRun || !request.tasks().contains("") && !request.tasks().contains(id)) {
            return;
        }
        StringBuilder line =
                new StringBuilder(Parts.text(Parts.in(hook, "entry")).orElse("true"));
        Parts.texts(Parts.in(hook, "args")).forEach(argument -> line.append(' ').append(ProjectFiles.quoted(argument)));
        leads.add(Lead.shell(line.toString(), request.folder()));
    }
}
