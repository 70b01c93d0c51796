package dev.greenlane.engine.understand.code.powershell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of a command, by the parameters they stand for. */
final class Parameters {

    private static final Set<String> SWITCHES = Set.of(
            "recurse",
            "force",
            "whatif",
            "confirm",
            "verbose",
            "nonewline",
            "append",
            "noclobber",
            "usebasicparsing",
            "passthru",
            "wait",
            "nonewwindow",
            "raw",
            "debug",
            "asjob",
            "allusers",
            "skippublishercheck",
            "usedefaultcredentials",
            "hidden",
            "r",
            "fo");

    private Parameters() {}

    /**
     * Gives words to parameters.
     *
     * @param input what the command before it in the pipeline gives
     * @param first whether the command begins a pipeline
     */
    static Map<String, Word> bind(Knowledge.Entry entry, List<Word> words, Word input, boolean first) {
        Map<String, Word> bound = new HashMap<>();
        List<Word> positional = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String parameter = words.get(i).parameter();
            if (parameter.isEmpty()) {
                positional.add(words.get(i));
                continue;
            }
            int colon = parameter.indexOf(':');
            String name = colon > 0 ? parameter.substring(0, colon) : parameter;
            boolean value = !isSwitch(name)
                    && i + 1 < words.size()
                    && words.get(i + 1).parameter().isEmpty();
            bound.put(full(entry, name), value ? words.get(++i) : words.get(i));
        }
        int index = 0;
        for (String parameter : entry.takes()) {
            String name = parameter.split("\\|")[0];
            if (!bound.containsKey(name) && index < positional.size()) {
                bound.put(name, positional.get(index++));
            }
        }
        if (!first && !entry.takes().isEmpty()) {
            String name = entry.takes().get(0).split("\\|")[0];
            boolean writes =
                    entry.takes().size() > 1 && entry.takes().get(1).equals("value") || name.equals("filepath");
            if (!bound.containsKey(name) && !writes) {
                bound.put(name, input);
            }
        }
        return bound;
    }

    private static boolean isSwitch(String name) {
        return SWITCHES.contains(name) || "recurse".startsWith(name) && name.length() > 2;
    }

    /** Parameters may be cut short. */
    private static String full(Knowledge.Entry entry, String name) {
        if (name.equals("r") || name.equals("rec")) {
            return "recurse";
        }
        Set<String> names = new HashSet<>(entry.body());
        entry.takes().forEach(parameter -> names.addAll(List.of(parameter.split("\\|"))));
        entry.does().forEach(effect -> names.addAll(effect.target()));
        names.addAll(entry.http());
        return names.stream()
                .filter(full -> full.startsWith(name) && name.length() > 2)
                .findFirst()
                .orElse(name);
    }
}
