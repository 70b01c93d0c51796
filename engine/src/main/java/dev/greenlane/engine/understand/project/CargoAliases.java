package dev.greenlane.engine.understand.project;

import java.util.ArrayList;
import java.util.List;

/** {@code [alias]} of {@code .cargo/config.toml}: words behind {@code cargo}, as one text or as a list of texts on one line. */
final class CargoAliases implements ProjectFile {

    @Override
    public List<String> names() {
        return List.of(".cargo/config.toml", ".cargo/config");
    }

    @Override
    public boolean isAlsoAbove() {
        return true;
    }

    @Override
    public List<Lead> leads(Request request) {
        List<Lead> leads = new ArrayList<>();
        boolean aliases = false;
        for (String line : request.text().split("\n")) {
            String text = line.strip();
            if (text.startsWith("[")) {
                aliases = text.equals("[alias]");
            }
            int equals = text.indexOf('=');
            if (aliases
                    && equals > 0
                    && request.tasks()
                            .contains(unquoted(text.substring(0, equals).strip()))) {
                String words = text.substring(equals + 1).strip().replaceAll("[\\[\\],]", " ");
                boolean list = text.substring(equals + 1).strip().startsWith("[");
                String shell = list ? words.strip() : unquoted(words.strip());
                leads.add(Lead.shell(request.withArguments("cargo " + shell), request.folder()));
            }
        }
        return leads;
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && (text.startsWith("\"") && text.endsWith("\"") || text.startsWith("'") && text.endsWith("'"));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
