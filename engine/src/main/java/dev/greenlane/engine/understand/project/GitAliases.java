package dev.greenlane.engine.understand.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code [alias]} of a repository's settings, or of the user's: words behind {@code git}, or a line for the shell behind {@code !}. */
final class GitAliases implements ProjectFile {

    @Override
    public List<String> names() {
        return List.of(".git/config", ".git");
    }

    @Override
    public boolean isAlsoAbove() {
        return true;
    }

    @Override
    public List<String> atHome() {
        return List.of("~/.gitconfig", "~/.config/git/config");
    }

    @Override
    public List<Lead> leads(Request request) {
        GitSettings settings = GitSettings.read(request);
        List<Lead> leads = new ArrayList<>();
        for (String task : request.tasks()) {
            Optional<String> alias = settings.get("alias." + task.toLowerCase(Locale.ROOT));
            alias.map(text -> text.startsWith("!") ? text.substring(1) : "git " + text)
                    .ifPresent(line -> leads.add(Lead.shell(request.withArguments(line), request.folder())));
        }
        return leads;
    }
}
