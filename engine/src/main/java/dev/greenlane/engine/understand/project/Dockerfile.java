package dev.greenlane.engine.understand.project;

import dev.greenlane.engine.data.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The {@code RUN} lines of a Dockerfile, which run in a container while an image is built
 * (<a href="https://docs.docker.com/reference/dockerfile/#run">RUN</a>).
 */
final class Dockerfile implements ProjectFile {

    private static final int MOST_LINES = 200;

    @Override
    public List<String> names() {
        return List.of("Dockerfile", "Containerfile");
    }

    @Override
    public boolean isAlsoAbove() {
        return false;
    }

    @Override
    public List<Lead> leads(Request request) {
        List<Lead> leads = new ArrayList<>();
        String[] lines = request.text().split("\r?\n");
        for (int i = 0; i < lines.length; i++) {
            StringBuilder line = new StringBuilder(lines[i].strip());
            while (line.length() > 0 && line.charAt(line.length() - 1) == '\\' && i + 1 < lines.length) {
                line.setLength(line.length() - 1);
                i++;
                line.append(lines[i].strip().startsWith("#") ? "\\" : lines[i]);
            }
            if (!line.toString().toUpperCase(Locale.ROOT).startsWith("RUN ")) {
                continue;
            }
            if (leads.size() >= MOST_LINES) {
                leads.add(Lead.unread(request.path(), "runs more than is followed", request.folder()));
                return leads;
            }
            String command = withoutFlags(line.substring("RUN ".length()).strip());
            Optional<String> end = hereDocument(command);
            StringBuilder body = new StringBuilder();
            if (end.isPresent()) {
                for (i++; i < lines.length && !lines[i].strip().equals(end.get()); i++) {
                    body.append(lines[i]).append('\n');
                }
            }
            String text = end.isEmpty()
                    ? command
                    : command.startsWith("<<") ? body.toString() : command + "\n" + body + end.get() + "\n";
            leads.add(new Lead(code(text), request.folder(), true));
        }
        return leads;
    }

    private static Lead.Code code(String text) {
        if (text.startsWith("[")) {
            List<String> words =
                    Json.read(text).map(data -> Parts.texts(Optional.of(data))).orElse(List.of());
            if (!words.isEmpty()) {
                return new Lead.Code.Words(words);
            }
        }
        return text.startsWith("#!") ? new Lead.Code.Script(text) : new Lead.Code.Shell(text);
    }

    private static String withoutFlags(String command) {
        String rest = command;
        while (rest.startsWith("--")) {
            int blank = rest.indexOf(' ');
            rest = blank < 0 ? "" : rest.substring(blank + 1).strip();
        }
        return rest;
    }

    /** The word that ends a here-document, where the line begins one. */
    private static Optional<String> hereDocument(String command) {
        int at = command.indexOf("<<");
        if (at < 0 || command.startsWith("<<<", at)) {
            return Optional.empty();
        }
        String word = command.substring(at + 2).split("[\\s;|&)]", 2)[0].replaceAll("[-'\"]", "");
        return word.isEmpty() ? Optional.empty() : Optional.of(word);
    }
}
