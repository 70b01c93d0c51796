package dev.greenlane.engine.understand.project;

import java.util.ArrayList;
import java.util.List;

/** Hooks of a repository: files with the names of the events, in {@code .git/hooks} or where {@code core.hooksPath} says. */
final class GitHooks implements ProjectFile {

    /** Husky's own hooks lie here and run those in the folder above. */
    private static final String HUSKY = "/.husky/_";

    @Override
    public List<String> names() {
        return List.of(".git/config", ".git");
    }

    @Override
    public boolean isAlsoAbove() {
        return true;
    }

    /** A task is the names of events, with blanks between them. */
    @Override
    public List<Lead> leads(Request request) {
        GitSettings settings = GitSettings.read(request);
        String folder = settings.get("core.hookspath").map(request::beside).orElse(settings.folder() + "/hooks");
        List<Lead> leads = new ArrayList<>();
        for (String task : request.tasks()) {
            for (String event : task.split(" ")) {
                add(folder + "/" + event, request, leads);
                if (folder.endsWith(HUSKY)) {
                    add(folder.substring(0, folder.length() - 1) + event, request, leads);
                }
            }
        }
        return leads;
    }

    private static void add(String path, Request request, List<Lead> leads) {
        if (request.files().text(path).isPresent()) {
            leads.add(new Lead(new Lead.Code.File(path), request.folder(), false));
        }
    }
}
