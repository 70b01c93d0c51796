package dev.greenlane.engine.understand.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makefiles: the recipes of the targets that are asked for, after those of what they need. Conditions are not decided: both
 * sides count (<a href="https://www.gnu.org/software/make/manual/make.html">GNU make</a>).
 */
final class Makefile implements ProjectFile {

    private static final int MOST_TARGETS = 200;
    private static final int MOST_LINES = 400;
    private static final int LONGEST_SHOWN = 40;

    @Override
    public List<String> names() {
        return List.of("GNUmakefile", "makefile", "Makefile");
    }

    @Override
    public boolean isAlsoAbove() {
        return false;
    }

    @Override
    public List<Lead> leads(Request request) {
        List<String> targets = new ArrayList<>();
        MakeVariables variables = new MakeVariables(request.folder());
        for (String word : request.tasks()) {
            int equals = word.indexOf('=');
            if (equals > 0 && !word.startsWith("$")) {
                String name = word.substring(0, equals);
                variables.given(
                        name.endsWith(":") ? name.substring(0, name.length() - 1) : name, word.substring(equals + 1));
            } else if (!word.isEmpty()) {
                targets.add(word);
            }
        }
        MakeRules rules = MakeRules.read(request, variables);
        if (targets.isEmpty()) {
            rules.first().ifPresent(targets::add);
        }
        Run run = new Run(rules, variables, request.folder());
        targets.forEach(run::make);
        return run.leads;
    }

    /** Makes targets, each once. */
    private static final class Run {

        private final MakeRules rules;
        private final MakeVariables variables;
        private final String folder;
        private final List<Lead> leads = new ArrayList<>();
        private final Set<String> made = new HashSet<>();
        private boolean stopped;

        Run(MakeRules rules, MakeVariables variables, String folder) {
            this.rules = rules;
            this.variables = variables;
            this.folder = folder;
        }

        void make(String target) {
            if (stopped || !made.add(target)) {
                return;
            }
            if (made.size() > MOST_TARGETS || leads.size() > MOST_LINES) {
                stopped = true;
                String shown = target.length() > LONGEST_SHOWN ? target.substring(0, LONGEST_SHOWN) : target;
                leads.add(Lead.unread("make " + shown, "needs more than is followed", folder));
                return;
            }
            for (MakeRules.Rule rule : rules.of(target)) {
                String stem = rule.stem(target);
                List<String> needed = new ArrayList<>();
                for (String word : variables.words(rule.needs())) {
                    needed.add(word.replace("%", stem));
                }
                rule.settings().forEach(setting -> setting.apply(variables));
                needed.stream().filter(word -> !word.equals("|")).forEach(this::make);
                Optional<MakeVariables.Automatic> names =
                        Optional.of(new MakeVariables.Automatic(target, needed, stem));
                for (String line : rule.recipe()) {
                    String text = variables.expand(withoutSigns(line), names);
                    if (!text.isBlank()) {
                        leads.add(Lead.shell(withoutSigns(text), folder));
                    }
                }
            }
        }

        /** {@code @}, {@code -} and {@code +} before a line say how make runs it. */
        private static String withoutSigns(String line) {
            int at = 0;
            while (at < line.length() && "@-+ \t".indexOf(line.charAt(at)) >= 0) {
                at++;
            }
            return line.substring(at);
        }
    }
}
