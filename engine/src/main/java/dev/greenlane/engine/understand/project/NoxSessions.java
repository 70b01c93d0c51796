package dev.greenlane.engine.understand.project;

import java.util.List;

/** {@code noxfile.py}: the file is Python that is run, and its sessions with it, whichever are asked for. */
final class NoxSessions implements ProjectFile {

    @Override
    public List<String> names() {
        return List.of("noxfile.py");
    }

    @Override
    public boolean isAlsoAbove() {
        return false;
    }

    @Override
    public List<Lead> leads(Request request) {
        return List.of(new Lead(new Lead.Code.File(request.path()), request.folder(), false));
    }
}
